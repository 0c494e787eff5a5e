import { baseName, isWithin, refuse, type Process, type Refusal } from '../../src/transform.ts'
import type { PhpApp } from './app.ts'
import { composerCommandOf } from './app/composer-command.ts'
import { processesOf } from './app/processes.ts'

/** Why an image whose build would leave something behind is not split. */
export function refuseImage(app: PhpApp): Refusal | undefined {
  return refuseMounted(app) ?? refuseWithoutApplication(app)
}

/** Images that start nothing that serves, and those that make their packages when they start. */
export function refuseStart(app: PhpApp): Refusal | undefined {
  return refusePrompt(app) ?? refuseTests(app) ?? refuseInstallAtStart(app)
}

/** `php -a` of the base image waits for a person. */
function refusePrompt({ start, facts }: PhpApp): Refusal | undefined {
  if (start.kind !== 'nothing') return undefined
  const { instruction } = facts.start ?? {}
  return instruction === undefined
    ? refuse(
        'no-start-command',
        'The file names no CMD or ENTRYPOINT: what the image runs, and so what it needs, is not known. Add the start command.',
      )
    : refuse(
        'development-image',
        `Line ${instruction.line} starts PHP's prompt, in which a person works. Name the start command, or keep this file for development.`,
        instruction.line,
      )
}

const testRunner =
  /(^|\/)(phpunit|simple-phpunit|pest|codecept|behat|phpspec|paratest|phpstan|psalm)(\.phar)?$/

/** The tests are what the image is for. */
function refuseTests({ start, facts }: PhpApp): Refusal | undefined {
  if (start.kind !== 'script' && start.kind !== 'other') return undefined
  const words = start.process === undefined ? [] : [start.process.name, ...start.process.args]
  const runner = words.slice(0, 3).find((word) => testRunner.test(word ?? ''))
  if (runner === undefined) return undefined
  const line = facts.start?.instruction?.line
  return refuse(
    'test-image',
    `Line ${line ?? '?'} runs the tests (${baseName(runner)}); tests need the dev dependencies and the sources.`,
    line,
  )
}

/** The folder of the machine lies over the application: what composer and npm make there is made in the container, with their tools. */
function refuseMounted({ facts, folder, stage }: PhpApp): Refusal | undefined {
  const place = folder ?? stage.end.workdir
  if (place === undefined || place === '/') return undefined
  for (const usage of facts.project.usages()) {
    const mount = usage.bindMounts.find(({ target }) => isWithin(place, target))
    if (mount !== undefined)
      return refuse(
        'compose-mounts-source',
        `${usage.path}:${usage.line} mounts the sources over ${mount.target}; the container runs the folder of the machine with the tools of the image.`,
      )
  }
  return undefined
}

/** An image of PHP and its extensions alone, whose application is mounted or comes with the images built on it; or one that is fetched. */
function refuseWithoutApplication({ folder, stage, composer }: PhpApp): Refusal | undefined {
  const project = composer.find(({ name, isGlobal }) => name === 'create-project' && !isGlobal)
  const clone = stage.commands.find(({ name, args }) => name === 'git' && args[0] === 'clone')
  const fetched =
    project !== undefined
      ? { command: project.command, words: 'composer create-project' }
      : clone !== undefined && folder === undefined
        ? { command: clone, words: 'git clone' }
        : undefined
  if (fetched !== undefined) {
    const { line } = fetched.command.step.instruction
    return refuse(
      'sources-not-in-context',
      `Line ${line} fetches the sources by \`${fetched.words}\`; what they need at run time can't be seen from here.`,
      line,
    )
  }
  if (folder !== undefined) return undefined
  return refuse(
    'no-application',
    'The file copies no application: it is mounted when the container runs, or other images are built from this one, and what that needs is not known.',
  )
}

/** Composer at work when the container starts. */
function refuseInstallAtStart(app: PhpApp): Refusal | undefined {
  for (const process of processesOf(app)) {
    const name = composerCommandOf(process)?.name
    if (name === undefined || !/^(install|update|require|create-project)$/.test(name)) continue
    const { path, line } = placeOf(process)
    const who = path === 'Dockerfile' ? `Line ${line ?? '?'}` : `${path}:${line ?? '?'}`
    return refuse(
      'installs-at-start',
      `${who} runs composer ${name} when the container starts; there is nothing that a builder stage could prepare for it.`,
      path === 'Dockerfile' ? line : undefined,
    )
  }
  return undefined
}

function placeOf({ via }: Process): { readonly path: string; readonly line: number | undefined } {
  const last = via.at(-1)
  return { path: last?.path ?? 'Dockerfile', line: last?.line }
}
