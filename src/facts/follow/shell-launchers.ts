import path from 'node:path'
import {
  interpreterOf,
  isPosixShell,
  shellFileIndex,
  shellText,
} from '../../dockerfile/shell/shells.ts'
import type { ShellScript } from '../../dockerfile/shell/shell-script.ts'
import { parseScript } from '../../dockerfile/shell/shell.ts'
import type { Command } from '../commands/command.ts'
import { pathReset } from '../commands/path-reset.ts'
import { resolvePath } from '../image-path.ts'
import { unknownStart, type Call, type Launcher, type Place } from './launcher.ts'
import { pathFolders } from '../../knowledge/images/image-folders.ts'

/** `sh -c text`, `su app -c text`. */
export const shellStrings: Launcher = {
  read: ({ name, args, cwd, command }) => {
    const isSu = name === 'su' || name === 'runuser'
    if (!isSu && !isPosixShell(name)) return undefined
    const text = shellText(args)
    if (text === undefined)
      return args.some((arg) => arg !== undefined && /^-[a-z]*c$/.test(arg))
        ? unknownStart('what the shell reads is only known when the command runs')
        : undefined
    const at = args.indexOf(text)
    return {
      kind: 'starts',
      starts: [{ text, cwd, args: args.slice(at + 2), shell: isSu ? undefined : command.name }],
      // A login shell does more than to read its text.
      isHidden: !isSu && pathReset(command.argv) === undefined,
    }
  },
}

/** `trap 'rm -f pid' EXIT`, `flock /tmp/lock -c TEXT`, and `env -S TEXT`, whose text is taken for the program's name. */
export const otherTexts: Launcher = {
  read: ({ name, args, cwd, command: { argv } }) => {
    const text = textOf(name, args, argv[argv.length - args.length - 2])
    return text === undefined || /^-?$/.test(text)
      ? undefined
      : { kind: 'starts', starts: [{ text, cwd }], isHidden: name !== 'flock' }
  },
}

function textOf(
  name: string,
  args: readonly (string | undefined)[],
  before: string | undefined,
): string | undefined {
  if (/^(-S|--split-string)$/.test(before ?? '')) return name
  // https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#trap
  if (name === 'trap') return args.length > 1 ? args[0] : undefined
  const at = name === 'flock' ? args.findIndex((arg) => /^(-c|--command)$/.test(arg ?? '')) : -1
  return at < 0 ? undefined : args[at + 1]
}

/** `./run.sh`, `sh run.sh`, `. ./env.sh`, and a script that stands on PATH. */
export const shellFiles: Launcher = {
  read: (call) => {
    const { name, args, cwd, place } = call
    const isSourced = isSource(name)
    const isShell = isPosixShell(name) || isSourced
    const at = isShell ? shellFileIndex(args) : -1
    const file = isShell ? args[at] : call.command.name
    if (file === undefined) return undefined
    // Files of the distribution's packages that only set variables.
    if (isSourced && setsVariables.test(file)) return { kind: 'starts', starts: [] }
    const source = fileOf(file, isShell ? [cwd] : undefined, call)?.source
    const text = source === undefined ? undefined : place.project.read(source)
    // Nothing but the variables of what follows: sourcedScript has them.
    if (isSourced && text === undefined && activates(file)) return { kind: 'starts', starts: [] }
    if (source === undefined || text === undefined)
      return isShell ? unknownStart(`${file} is not in the build context`) : undefined
    const interpreter = interpreterOf(text)
    const isScript = interpreter === undefined ? file.endsWith('.sh') : isPosixShell(interpreter[0])
    if (!isShell && !isScript) return undefined
    // `#!/bin/bash -l`: a login shell does more than to read the file.
    if (!isShell && interpreter !== undefined && pathReset(interpreter) !== undefined)
      return { kind: 'starts', starts: [{ words: [...interpreter, file, ...args], cwd }] }
    return {
      kind: 'starts',
      starts: [
        {
          text,
          cwd,
          args: isShell ? args.slice(at + 1) : args,
          evidence: { path: source, line: 1, text: text.split('\n', 1)[0]?.trim() ?? '' },
          isFile: true,
          shell: isSourced ? undefined : isShell ? call.command.name : interpreter?.[0],
        },
      ],
    }
  },
}

const isSource = (name: string | undefined) => name === '.' || name === 'source'

/** The script of the context that a command reads into its own shell. */
export function sourcedScript(command: Command, place: Place): ShellScript | undefined {
  const { name = '', args, cwd } = command
  const file = isSource(name) ? args[shellFileIndex(args)] : undefined
  const found =
    file === undefined ? undefined : fileOf(file, [cwd], { command, name, args, cwd, place })
  const text = found === undefined ? undefined : place.project.read(found.source)
  if (text !== undefined) return parseScript(text.replaceAll('\r\n', '\n'))
  const script = file === undefined || !activates(file) ? undefined : resolvePath(cwd, file)
  return script === undefined ? undefined : parseScript(activation(path.posix.dirname(script)))
}

/** The script of an environment of Python, which a RUN has made: https://docs.python.org/3/library/venv.html#how-venvs-work */
const activates = (file: string) => file.endsWith('/bin/activate')

const activation = (bin: string) =>
  `export VIRTUAL_ENV="${path.posix.dirname(bin)}"\nexport PATH="${bin}:$PATH"\n`

const setsVariables = /^\/etc\/(apache2\/envvars|environment|os-release|default\/[\w.-]+)$/

/** The file of the context that a program is, and where it stands in the image. A bare name is looked up on PATH, where a COPY may have put it. */
export function fileOf(
  file: string,
  folders: readonly (string | undefined)[] | undefined,
  { cwd, place }: Call,
): { readonly path: string; readonly source: string } | undefined {
  return (folders ?? (file.includes('/') ? [cwd] : pathFolders))
    .map((folder) => resolvePath(folder, file))
    .flatMap((path) => {
      const source = path === undefined ? undefined : place.contextPath(path)
      return path === undefined || source === undefined ? [] : { path, source }
    })
    .at(0)
}
