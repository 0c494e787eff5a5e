import { isWithin, type Copy, type Placement } from '../../../src/transform.ts'
import type { PhpApp } from '../app.ts'
import type { Part } from './part.ts'

/** Where the author's own copies go: configuration to the image that runs, sources there and wherever a build reads them. */
export function copiesPart(app: PhpApp): Part {
  return { placeCopy: (copy) => placeCopy(copy, app) }
}

function placeCopy(copy: Copy, app: PhpApp): Placement {
  const { facts, extensions } = app
  if (copy.from !== undefined) {
    // `COPY --from=mlocati/php-extension-installer /usr/bin/install-php-extensions /usr/local/bin/`
    return 'both'
  }
  if (copy.paths.length > 0 && copy.paths.every(({ target }) => isConfiguration(target))) {
    return switchesExtensionsOn(copy, app) && isBuiltAfter(copy, app) ? 'both' : 'run'
  }
  if (isRepeated(copy, app)) return 'build'
  const later = facts.final.commands.some(
    ({ step, name }) =>
      step.index > copy.step.index &&
      (app.composer.some(({ command }) => command.step === step) ||
        extensions.some((work) => work.command.step === step && work.kind === 'compile') ||
        /(^|\/)(npm|npx|yarn|pnpm|node|bun|vite|gulp|grunt|make)$/.test(name ?? '')),
  )
  return later ? 'both' : 'run'
}

/** php.ini, virtual hosts, crontabs, supervisor's programs. */
function isConfiguration(target: string): boolean {
  return isWithin(target, '/etc') || isWithin(target, '/usr/local/etc')
}

/** Composer asks for the extensions that packages want. */
function switchesExtensionsOn({ paths }: Copy, { facts: { project } }: PhpApp): boolean {
  return paths
    .flatMap(({ source, isFolder }) => (isFolder ? project.files(source) : [source]))
    .some((file) => /^\s*(zend_)?extension\s*=/m.test(project.read(file) ?? ''))
}

function isBuiltAfter({ step }: Copy, { composer }: PhpApp): boolean {
  return composer.some(({ command }) => command.step.index > step.index)
}

/** `COPY composer.json ./` above the install, where `COPY . .` below it brings the same file to the same place. */
function isRepeated(copy: Copy, { facts }: PhpApp): boolean {
  const later = facts.final.copies.filter(
    ({ from, step }) => from === undefined && step.index > copy.step.index,
  )
  return (
    copy.paths.length > 0 &&
    copy.missing.length === 0 &&
    copy.paths.every((path) =>
      later.some((other) =>
        other.paths.some(
          (whole) =>
            isWithin(path.target, whole.target) &&
            (whole.isFolder
              ? joined(whole.source, path.target.slice(whole.target.length + 1)) === path.source
              : whole.source === path.source),
        ),
      ),
    )
  )
}

const joined = (folder: string, path: string) =>
  [folder, path].filter((part) => part !== '').join('/')
