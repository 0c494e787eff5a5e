import {
  baseName,
  isWithin,
  refuse,
  refuseMounted,
  refusePurpose,
  type Command,
  type Purpose,
  type Refusal,
} from '../../src/transform.ts'
import type { PhpApp } from './app.ts'

/** Why an image whose build would leave something behind is not split. */
export function refuseImage(app: PhpApp): Refusal | undefined {
  return refuseMountedSources(app) ?? refuseWithoutApplication(app)
}

/** `php -a` of the base image waits for a person. */
export function refuseStart({ start, facts }: PhpApp): Refusal | undefined {
  if (start.kind !== 'nothing') return undefined
  const { instruction } = facts.start ?? {}
  return instruction === undefined
    ? refuse(
        'no-start-command',
        'The file names no CMD or ENTRYPOINT: what the image runs, and so what it needs, is not known. Add the start command.',
      )
    : refusePurpose(
        { kind: 'development', what: "PHP's prompt, in which a person works" },
        instruction.line,
      )
}

const testRunner =
  /(^|\/)(phpunit|simple-phpunit|pest|codecept|behat|phpspec|paratest|phpstan|psalm)(\.phar)?$/

/** The tests are what the image is for. */
export function purposeOf({ name, args }: Command): Purpose | undefined {
  const runner = [name, ...args].slice(0, 3).find((word) => testRunner.test(word ?? ''))
  return runner === undefined
    ? undefined
    : { kind: 'tests', what: `the tests (${baseName(runner)})` }
}

/** What composer and npm make in a folder of the machine is made in the container, with their tools. */
function refuseMountedSources({ facts, folder, stage }: PhpApp): Refusal | undefined {
  const place = folder ?? stage.end.workdir
  return refuseMounted(
    facts,
    (target) => place !== undefined && place !== '/' && isWithin(place, target),
    'the container runs the folder of the machine with the tools of the image',
  )
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
  const atRoot = stage.copies.find(
    ({ from, paths }) => from === undefined && paths.some(({ target }) => target === '/'),
  )
  if (atRoot !== undefined)
    return refuse(
      'no-application',
      `Line ${atRoot.step.instruction.line} copies the sources into the image's root, among the system's own folders; which of them are the application can't be told. Give it a folder of its own.`,
      atRoot.step.instruction.line,
    )
  return refuse(
    'no-application',
    'The file copies no application: it is mounted when the container runs, or other images are built from this one, and what that needs is not known.',
  )
}
