import { posix } from 'node:path'
import { matchSource } from '../../../dockerfile/patterns/path-pattern.ts'
import { readIni, type IniSection } from '../../../project/formats/ini-text.ts'
import { baseName, beforePattern, folderOf, resolvePath } from '../../image-path.ts'
import type { CopiedFile } from '../../stages/copy.ts'
import { unknownStart, type Call, type Launcher, type Started } from '../launcher.ts'
import { splitWords } from '../split-words.ts'
import { readPairs } from './pairs.ts'

/** Where it looks for its file, relative ones in its folder. https://supervisord.org/configuration.html#configuration-file */
const usual = [
  'supervisord.conf',
  'etc/supervisord.conf',
  '/etc/supervisord.conf',
  '/etc/supervisor/supervisord.conf',
]

/** What the packages of distributions read besides: https://salsa.debian.org/python-team/packages/supervisor, https://pkgs.alpinelinux.org/package/edge/main/x86_64/supervisor */
const ofPackages: readonly (readonly [file: string, included: string])[] = [
  ['/etc/supervisor/supervisord.conf', '/etc/supervisor/conf.d/*.conf'],
  ['/etc/supervisord.conf', '/etc/supervisor.d/*.ini'],
]

/** `supervisord -n -c /etc/supervisord.conf`: the programs of its file, and of those that it includes. */
export const supervisord: Launcher = {
  read: (call) => {
    if (baseName(call.name) !== 'supervisord') return undefined
    const { place, cwd } = call
    const named = configurationIn(call.args)
    const paths = (named === undefined ? usual : [named]).flatMap(
      (path) => resolvePath(cwd, path) ?? [],
    )
    const files = paths.flatMap((path): readonly CopiedFile[] => {
      const source = place.contextPath(path)
      return source !== undefined && place.project.isFile(source) ? [{ path, source }] : []
    })
    const [own] = files
    const included =
      own === undefined
        ? ofPackages
            .filter(([file]) => paths.includes(file))
            .flatMap(([, pattern]) => filesOf(pattern, call))
        : sectionsOf(own, call)
            .filter(({ name }) => name === 'include')
            .flatMap(({ values }) => values.get('files')?.text.split(/\s+/) ?? [])
            .flatMap((pattern) => {
              const way = expand(pattern, own, '', call)
              const path = way && resolvePath(folderOf(own.path), way)
              return path === undefined ? [] : filesOf(path, call)
            })
    const all = [...(own === undefined ? [] : [own]), ...included]
    const starts = all.flatMap((file) =>
      sectionsOf(file, call).flatMap((section) => startOf(section, file, call) ?? []),
    )
    return starts.length > 0
      ? { kind: 'starts', starts }
      : unknownStart(
          own !== undefined
            ? `${own.source} names no program for supervisord`
            : named === undefined
              ? 'no file that tells supervisord what to start is in the build context'
              : `${named}, which tells supervisord what to start, is not in the build context`,
        )
  },
}

function configurationIn(args: Call['args']): string | undefined {
  const at = args.findIndex((arg) => /^(-c|--configuration)(=|$)/.test(arg ?? ''))
  const [, inline] = args[at]?.split('=') ?? []
  return at < 0 ? undefined : (inline ?? args[at + 1])
}

const sectionsOf = ({ source }: CopiedFile, { place }: Call): readonly IniSection[] =>
  readIni(place.project.read(source) ?? '')

/** The files that a pattern of the image means. */
function filesOf(pattern: string, { place }: Call): readonly CopiedFile[] {
  const source = place.contextPath(pattern)
  if (source !== undefined && place.project.isFile(source)) return [{ path: pattern, source }]
  const folder = beforePattern(pattern)
  if (folder === pattern || folder === '') return []
  return place.filesIn(folder).filter(({ path }) => matchSource(pattern, path))
}

/** https://supervisord.org/configuration.html#program-x-section-settings */
function startOf({ name, values }: IniSection, file: CopiedFile, call: Call): Started | undefined {
  const [, kind, program = ''] = /^(program|eventlistener|fcgi-program):\s*(.+)$/.exec(name) ?? []
  const command = values.get('command')
  if (kind === undefined || command === undefined) return undefined
  const written = (key: string) => values.get(key)?.text
  const folder = written('directory')
  const within = folder === undefined ? undefined : expand(folder, file, program, call)
  const variables = [...readPairs(written('environment') ?? '')].map(
    ([key, value]) => [key, expand(value, file, program, call)] as const,
  )
  return {
    words: splitWords(command.text).map((word) => expand(word, file, program, call)),
    cwd: folder === undefined ? call.cwd : within && resolvePath(call.cwd, within),
    assignments: new Map(variables),
    evidence: { path: file.source, line: command.line, text: `command=${command.text}` },
  }
}

/** `%(ENV_HOME)s`, `%(here)s`; undefined where only a run knows it. https://supervisord.org/subprocess.html#subprocess-environment */
function expand(
  text: string,
  { path }: CopiedFile,
  program: string,
  { place, command }: Call,
): string | undefined {
  const known: ReadonlyMap<string, string> = new Map([
    ['here', posix.dirname(path)],
    ['program_name', program],
    ['group_name', program],
    ['process_num', '0'],
  ])
  const unknown: string[] = []
  const filled = text.replace(/%%|%\((\w+)\)\d*[sd]/g, (all, name?: string) => {
    if (name === undefined) return '%'
    const variable = name.startsWith('ENV_') ? name.slice(4) : undefined
    const value =
      variable === undefined
        ? known.get(name)
        : (command.assignments.get(variable) ?? place.variable(variable))
    if (typeof value !== 'string') unknown.push(name)
    return value ?? all
  })
  return unknown.length === 0 ? filled : undefined
}
