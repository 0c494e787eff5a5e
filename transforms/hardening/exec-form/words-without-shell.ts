import {
  isBuiltin,
  isPosixShell,
  parseShellForm,
  resolvePath,
  type Facts,
  type Step,
} from '../../../src/transform.ts'

/** The words that a shell form comes to, where the shell does nothing but start them; else why it is needed: 'it sets a variable'. */
export function wordsWithoutShell(
  { instruction, shell, isSet }: Step,
  facts: Facts,
): readonly string[] | string {
  if (shell !== undefined && !isPlainShell(shell)) return 'SHELL names one that reads files first'
  if (isSet('BASH_ENV')) return 'BASH_ENV names a file that the shell reads first'
  const script = parseShellForm(instruction)
  if (script === undefined) return "its shell can't be read"
  const [link, ...more] = script.links
  const [command, ...others] = link?.commands ?? []
  if (link?.kind !== 'simple' || command === undefined || more.length + others.length > 0)
    return 'it has operators of the shell'
  if (command.assignments.length > 0) return 'it sets a variable'
  if (command.redirects.length > 0) return 'it redirects what the program writes'
  const { body, text } = instruction
  // `node server.js &`, and a comment of the shell.
  const behind = text.slice(command.end, (body.offsets.at(-2) ?? 0) + 1)
  if (behind.trim() !== '') return `the shell reads \`${behind.trim()}\``
  const open = command.words.find(({ value }) => value === undefined)
  if (open !== undefined) return `the shell expands \`${open.raw}\``
  const all = command.words.flatMap(({ value }) => value ?? [])
  const words = all[0] === 'exec' ? all.slice(1) : all
  const [program = ''] = words
  if (program === '' || program.startsWith('-') || isBuiltin(program))
    return 'its first word is one of the shell itself'
  return lacksInterpreter(program, facts)
    ? `the kernel does not start ${program}, which has no #!`
    : words
}

/** A shell that reads no profile before it begins. */
function isPlainShell(shell: readonly string[]): boolean {
  const flags = shell.slice(1)
  return isPosixShell(shell[0]) && flags.every((flag) => /^(-[a-hj-kmn-z]+|pipefail)$/.test(flag))
}

/** A script that only a shell starts, as one of its own; one that is not there can't be asked. */
function lacksInterpreter(program: string, { final, contextPath, project }: Facts): boolean {
  if (!program.includes('/')) return false
  const path = resolvePath(final.end.workdir, program)
  const source = path === undefined ? undefined : contextPath(path)
  if (source === undefined || !project.isFile(source)) return /\.(ba)?sh$/.test(program)
  const text = project.read(source)
  return text !== undefined && !text.startsWith('#!')
}
