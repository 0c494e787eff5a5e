import {
  effectsOf,
  isBroughtBy,
  isWithin,
  readPackageCommand,
  type Copy,
  type Facts,
  type RunCommand,
  isGo,
} from '../../../src/transform.ts'

/**
 * Whether the author's own copies bring all of a file or folder to the runtime stage: one of them brings it, or together they bring
 * what the image has of it.
 */
export function isWhollyBrought(
  path: string,
  runtimeCopies: readonly Copy[],
  facts: Facts,
): boolean {
  const { final } = facts
  if (isBroughtBy(path, runtimeCopies)) return true
  // `COPY assets/* ./assets/` of a folder that holds files alone.
  const files = filesBelow(path, facts)
  if (files.length > 0 && files.every((file) => isBroughtBy(file, runtimeCopies)))
    return !final.commands.some((command) => fills(command, path, runtimeCopies))
  const parts = final.copies.filter(({ paths }) =>
    paths.some(
      ({ target, isFolder }) => isWithin(target, path) || (isFolder && isWithin(path, target)),
    ),
  )
  return (
    parts.length > 0 &&
    parts.every((copy) => runtimeCopies.includes(copy)) &&
    !final.commands.some((command) => fills(command, path, parts))
  )
}

/** The files of the context below a folder of the image. */
function filesBelow(path: string, { contextPath, project }: Facts): readonly string[] {
  const source = contextPath(path)
  return source === undefined || !project.isFolder(source)
    ? []
    : project.files(source).map((file) => path + file.slice(source.length))
}

/** Whether a command may put more into a folder than the copies do. */
function fills(command: RunCommand, path: string, copies: readonly Copy[]): boolean {
  if (isGo(command, 'build', 'install', 'get', 'mod', 'vet', 'fmt', 'test')) return false
  const effects = effectsOf(command)
  if (effects === undefined) return readPackageCommand(command.argv) === undefined
  return effects.some((effect) => {
    if (effect.kind === 'users') return false
    if (!isWithin(effect.path, path) && !isWithin(path, effect.path)) return false
    // `mkdir` of a folder that a copied file is in.
    const isThere =
      effect.kind === 'creates' &&
      effect.isFolder &&
      effect.isFilled !== true &&
      copies.some((copy) => copy.paths.some(({ target }) => isWithin(target, effect.path)))
    return !isThere
  })
}
