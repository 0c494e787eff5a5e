import {
  baseName,
  parseRun,
  resolvePath,
  type RunCommand,
  type ShellLink,
} from '../../../src/transform.ts'

/** The links of a RUN in which commands stand, and those that only see to a file's rights: `chmod 600 ~/.netrc`. */
export function linksAbout(
  commands: readonly RunCommand[],
  path: string | undefined,
  all: readonly RunCommand[],
): readonly ShellLink[] {
  const [first] = all
  const links = first === undefined ? [] : (parseRun(first.step.instruction)?.links ?? [])
  const protects = ({ name, source }: RunCommand) =>
    path !== undefined &&
    name === 'chmod' &&
    baseName(source?.words.at(-1)?.raw ?? '') === baseName(path)
  return links.filter((_, i) =>
    all.some(
      (command) => command.linkIndex === i && (commands.includes(command) || protects(command)),
    ),
  )
}

/** The links of a RUN that remove a file and nothing else: `rm -f ~/.npmrc`. */
export function linkThatRemoves(
  path: string,
  commands: readonly RunCommand[],
): readonly ShellLink[] {
  return commands.flatMap(({ name, args, source, link, cwd }) => {
    if (name !== 'rm' || link?.kind !== 'simple') return []
    const words = args.map((arg, i) => arg ?? source?.words[i + 1]?.raw ?? '')
    const paths = words.filter((word) => !word.startsWith('-'))
    return paths.length > 0 && paths.every((each) => isPath(each, path, cwd)) ? [link] : []
  })
}

/** Whether a word means a path: by itself, from the folder, or from root's home. */
const isPath = (word: string, path: string, cwd: string | undefined) =>
  word === path ||
  resolvePath(cwd, word) === path ||
  word.replace(/^(~|\$HOME|\$\{HOME\})\//, '/root/') === path
