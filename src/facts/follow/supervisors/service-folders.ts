import { interpreterOf } from '../../../dockerfile/shell/shells.ts'
import { baseName, folderOf, resolvePath } from '../../image-path.ts'
import type { CopiedFile } from '../../stages/copy.ts'
import { unknownStart, type Call, type Launcher, type Reading, type Started } from '../launcher.ts'

/** A supervisor that starts a program for each folder: where its services lie, and the scripts that go before them. */
interface Supervisor {
  readonly services: readonly string[]
  readonly scripts: readonly string[]
  /** Whether its last words may be a program of their own. */
  readonly runsWords: boolean
}

/** https://github.com/just-containers/s6-overlay */
const overlay: Supervisor = {
  services: ['/etc/services.d', '/etc/s6-overlay/s6-rc.d'],
  scripts: ['/etc/cont-init.d', '/etc/fix-attrs.d'],
  runsWords: true,
}

/** https://github.com/phusion/baseimage-docker#adding-additional-daemons */
const phusion: Supervisor = {
  services: ['/etc/service'],
  scripts: ['/etc/my_init.d', '/etc/rc.local'],
  runsWords: true,
}

/** What scans one folder: https://skarnet.org/software/s6/s6-svscan.html, https://smarden.org/runit/runsvdir.8 */
function scanned({ args }: Call, usual: string): Supervisor {
  const named = args.find((arg) => arg !== undefined && !/^(-.*|\d+)$/.test(arg))
  return { services: [named ?? usual], scripts: [], runsWords: false }
}

function supervisorOf(call: Call): Supervisor | undefined {
  switch (baseName(call.name)) {
    case 'init':
      return call.command.name === '/init' ? overlay : undefined
    case 'my_init':
      return phusion
    case 's6-svscan':
      return scanned(call, call.cwd ?? '.')
    case 'runsvdir':
      return scanned(call, '/etc/service')
    case 'runsvdir-start':
    case 'runit':
    case 'runit-init':
      return { services: ['/etc/service', '/etc/sv'], scripts: [], runsWords: false }
    default:
      return undefined
  }
}

/** s6 and runit, with what an image starts by them: `run` scripts, one a folder. */
export const serviceFolders: Launcher = {
  read: (call) => {
    const row = supervisorOf(call)
    if (row === undefined) return undefined
    const { place, cwd } = call
    const found = (folders: readonly string[], names: RegExp): readonly CopiedFile[] =>
      folders.flatMap((folder) => {
        const path = resolvePath(cwd, folder)
        return path === undefined
          ? []
          : place.filesIn(path).filter((file) => names.test(baseName(file.path)))
      })
    const files = [...found(row.scripts, /./), ...found(row.services, /^(run|up)$/)]
    const first = call.args.findIndex((arg) => arg?.startsWith('-') !== true)
    const at = call.args.includes('--') ? call.args.indexOf('--') + 1 : first
    const words = row.runsWords && at >= 0 ? call.args.slice(at) : []
    const rest: readonly Started[] = words.length === 0 ? [] : [{ words, cwd }]
    const starts = [...files.map((file) => startOf(file, call)), ...rest]
    return starts.length === 0 ? nothingFound(call, row) : { kind: 'starts', starts }
  },
}

function nothingFound({ name }: Call, { services }: Supervisor): Reading | undefined {
  return unknownStart(
    `no service that ${name} starts (${services.join(', ')}) is in the build context`,
  )
}

/** A script by its #! line; the file `up` of s6-rc, and one for execline, hold words alone where they are simple. */
function startOf({ path, source }: CopiedFile, { place, cwd }: Call): Started {
  const text = place.project.read(source) ?? ''
  const interpreter = interpreterOf(text)
  const isWords =
    baseName(interpreter?.[0] ?? '') === 'execlineb' ||
    (interpreter === undefined && baseName(path) === 'up')
  if (!isWords) return { words: [path], cwd: folderOf(path) }
  const lines = text.split('\n').filter((line) => !/^\s*(#|$)/.test(line))
  const words = lines.flatMap((line) => line.trim().split(/\s+/))
  if (words.some((word) => /[{}"'\\$]/.test(word)))
    return { why: `${source} is written for execline, which is not read` }
  const into = words[0] === 'cd' ? words[1] : undefined
  return {
    words: into === undefined ? words : words.slice(2),
    cwd: into === undefined ? cwd : resolvePath(cwd, into),
    evidence: { path: source, line: 1, text: text.split('\n', 1)[0]?.trim() ?? '' },
  }
}
