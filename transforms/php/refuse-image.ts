import { isWithin, refuse, type Refusal } from '../../src/transform.ts'
import type { PhpApp } from './app.ts'

/** Why an image is not split, whatever is built in it. */
export function refuseImage(app: PhpApp): Refusal | undefined {
  return refuseStart(app) ?? refuseWithoutApplication(app) ?? refuseMounted(app)
}

/** `php -a` of the base image waits for a person. */
function refuseStart({ start, facts }: PhpApp): Refusal | undefined {
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

/** An image of PHP and its extensions alone: others are built on it, or a folder is mounted. */
function refuseWithoutApplication({ folder, stage, composer }: PhpApp): Refusal | undefined {
  if (folder !== undefined) return undefined
  const isMade = composer.some(({ name, isGlobal }) => name === 'create-project' && !isGlobal)
  const clone = stage.commands.find(({ name, args }) => name === 'git' && args[0] === 'clone')
  if (isMade) return undefined
  if (clone !== undefined)
    return refuse(
      'sources-not-in-context',
      `Line ${clone.step.instruction.line} clones the sources while the image is built; what they call at run time can't be known from here.`,
      clone.step.instruction.line,
    )
  return refuse(
    'no-application',
    'The file copies no application: it is mounted when the container runs, or other images are built from this one, and what that needs is not known.',
  )
}

/** The folder of the machine lies over the application: what composer and npm make there is made in the container, by hand. */
function refuseMounted({ facts, folder, composer }: PhpApp): Refusal | undefined {
  if (folder === undefined || composer.length === 0) return undefined
  for (const usage of facts.project.usages()) {
    const mount = usage.bindMounts.find(({ target }) => isWithin(folder, target))
    if (mount !== undefined)
      return refuse(
        'compose-mounts-source',
        `${usage.path}:${usage.line} mounts ${mount.source === '' ? '.' : mount.source} over ${mount.target}, and hides what composer has installed there: it is installed again in the container, which needs composer. Give the development setup a Dockerfile or a target of its own.`,
      )
  }
  return undefined
}
