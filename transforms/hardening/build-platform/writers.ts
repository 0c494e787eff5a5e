import {
  baseName,
  isPosixShell,
  isWithin,
  writtenBy,
  isSpelledOut,
  type RunCommand,
  type StageFacts,
} from '../../../src/transform.ts'

/** Compilers of machine code, and what calls them. */
const compilers =
  /^(gcc|g\+\+|cc|c\+\+|clang(\+\+)?|ld|make|cmake|ninja|meson|cargo|rustc|zig|nim|ghc|swiftc?|dotnet|native-image|node-gyp|prebuildify|strip|pkg|nexe|caxa|bazel(isk)?|task|just|mage)$/

const downloads = /^(curl|wget|aria2c|git|gh|svn|unzip|tar|bsdtar|pip3?|gem|cpan|conda)$/

/** Why what stages leave at a path may be for the machine that builds, by their commands, as a clause. */
export function changesContents(path: string, stages: readonly StageFacts[]): string | undefined {
  const overlaps = (other: string | undefined) =>
    other === undefined || isWithin(other, path) || isWithin(path, other)
  for (const { commands } of stages)
    for (const command of commands) {
      const { name, cwd, redirects, step } = command
      if (name === undefined) continue
      const { line } = step.instruction
      const program = baseName(name)
      const targets = redirects.map(({ target }) => target)
      const isTold = [...command.args, ...targets].some(
        (word) => word !== undefined && word.startsWith('/') && overlaps(word),
      )
      if (downloads.test(program)) {
        const written = writtenBy(command)?.map((each) => each.path)
        const isThere = written?.some(overlaps) ?? overlaps(cwd)
        if (isThere || (written?.length === 0 && overlaps(cwd) && program !== 'git'))
          return `line ${line} downloads or unpacks what may be for one platform`
      }
      if (compilers.test(program) && (overlaps(cwd) || isTold))
        return `line ${line} may put programs there`
      if (isOwnScript(command) && (overlaps(cwd) || isTold))
        return `line ${line} runs a script that may put programs there`
      const copied = copiedFromSystem(command)
      if (copied !== undefined && isTold) return `line ${line} copies ${copied}`
    }
  return undefined
}

/** A file that a shell runs, or that runs by itself; what comes through a pipe sets up the image. */
const isOwnScript = (command: RunCommand): boolean =>
  isPosixShell(command.name)
    ? !isSpelledOut(command) && command.args.some((arg) => arg?.startsWith('-') !== true)
    : /^\.{0,2}\/(?!bin\/|usr\/)/.test(command.name ?? '')

/** A program or a library of the image that a command copies elsewhere. */
function copiedFromSystem({ name = '', args }: RunCommand): string | undefined {
  return /^(cp|mv|install|ln)$/.test(baseName(name))
    ? args
        .slice(0, -1)
        .find((arg) => arg !== undefined && /^\/(usr\/(local\/)?)?(s?bin|lib\w*)\//.test(arg))
    : undefined
}
