import path from 'node:path'
import { hasVariable } from './interpolate.ts'
import { isRecord, record, text } from '../formats/loose-data.ts'

/** What a container has in place of the image's own files. */
export interface Mount {
  /**
   * Whose files lie there: of the project, of the host or the platform (a socket, too), of a volume, which begins with the image's own, or
   * of the platform where everybody may read them.
   */
  readonly from: 'project' | 'host' | 'volume' | 'settings'
  /** Absolute for what is of the project; '' for volumes without a name. */
  readonly source: string
  readonly target: string
}

/**
 * A service's `volumes`. Entries that are not understood are left out, and so are file systems in memory.
 * https://docs.docker.com/reference/compose-file/services/#volumes
 */
export function readMounts(
  entries: readonly unknown[],
  { folder, volumes, expand: expandOthers }: ComposeFolder,
): readonly Mount[] {
  const expand = (written: string): string => expandOthers(written.replace(workingFolder, '.'))
  return entries
    .flatMap((entry) => (isRecord(entry) ? longForm(entry, expand) : shortForm(entry, expand)))
    .map((each) => {
      if (each.from === 'project') return { ...each, source: path.resolve(folder, each.source) }
      // https://docs.docker.com/engine/storage/volumes/#create-a-volume-using-a-volume-driver
      const device = text(record(record(volumes[each.source])['driver_opts'])['device'])
      return device === undefined ? each : { ...each, from: 'host', source: expand(device) }
    })
}

/**
 * What `docker run` mounts. The folder that a script stands in is written in many ways; a place that only a run knows is of the host.
 * https://docs.docker.com/engine/storage/bind-mounts/#differences-between--v-and---mount-behavior
 */
export function readRunMounts(entries: readonly unknown[], folder: string): readonly Mount[] {
  const expand = (written: string): string =>
    written
      .replace(/^:/, '/:')
      .replace(runFolder, '.')
      .replace(/^\$+(\(HOME\)|\{HOME\}|HOME\b)/, '~')
  const own = entries.map((entry) =>
    isRecord(entry)
      ? { ...entry, source: expand(text(entry['source'] ?? entry['src']) ?? '') }
      : expand(text(entry) ?? ''),
  )
  return readMounts(own, { folder, volumes: {}, expand: (each) => each }).map((each) =>
    each.from === 'volume' && hasVariable(each.source) ? { ...each, from: 'host' } : each,
  )
}

/** `$(pwd)`, `$PWD`, and make's, GitHub's and Windows' words for it. */
const runFolder =
  /^(\$+(\(pwd\)|\(PWD\)|\(CURDIR\)|\(shell pwd\)|\{PWD\}|\{CURDIR\}|PWD\b|\{GITHUB_WORKSPACE\}|GITHUB_WORKSPACE\b|\{\{ *github\.workspace *\}\})|`pwd`|%cd%)/i

/** What a mount of a compose file depends on. */
interface ComposeFolder {
  /** Absolute. */
  readonly folder: string
  /** The file's own, by name. */
  readonly volumes: Readonly<Record<string, unknown>>
  readonly expand: (text: string) => string
}

function longForm(
  entry: Record<string, unknown>,
  expand: (text: string) => string,
): readonly Mount[] {
  const source = expand(text(entry['source'] ?? entry['src']) ?? '')
  const target = expand(text(entry['target'] ?? entry['destination'] ?? entry['dst']) ?? '')
  if (target === '' || entry['type'] === 'tmpfs') return []
  return [mount(source, target, entry['type'] === 'bind')]
}

/** `[SOURCE:]TARGET[:OPTIONS]`; a drive's colon (`C:\data`) is part of the source. */
const SHORT = /^(?:([A-Za-z]:[\\/][^:]*|[^:]*):)?([^:]+)(?::[A-Za-z,]*)?$/
const OPTIONS = /^(ro|rw|z|Z|cached|delegated|consistent|nocopy)(,|$)/

function shortForm(entry: unknown, expand: (text: string) => string): readonly Mount[] {
  const written = expand(text(entry) ?? '')
  const parts = SHORT.exec(written)
  const [, source, target] = parts ?? []
  if (target === undefined) return []
  // `/data:ro` is an anonymous volume with an option.
  if (source !== undefined && OPTIONS.test(target)) return [mount('', source, false)]
  return [mount(source ?? '', target, /^\.{1,2}([\\/]|$)/.test(source ?? ''))]
}

function mount(source: string, target: string, isRelative: boolean): Mount {
  const clean = target.length > 1 ? target.replace(/\/+$/, '') : target
  return { from: ownerOf(source, isRelative), source, target: clean }
}

/** Where a variable leads that nobody knows may be a name as well as a path. */
function ownerOf(source: string, isRelative: boolean): Mount['from'] {
  if (/^([/~]|[A-Za-z]:[\\/])/.test(source)) return 'host'
  return isRelative && !hasVariable(source) ? 'project' : 'volume'
}

/** Compose is nearly always started in the file's own folder. */
const workingFolder = /\$(PWD\b|\{PWD\})/g
