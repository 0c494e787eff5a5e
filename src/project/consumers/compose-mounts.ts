import path from 'node:path'
import { hasVariable } from './interpolate.ts'
import { isRecord, text } from '../loose-data.ts'

/** What a container has in place of the image's own folders. */
export interface Mounts {
  /** Folders and files of the project; sources absolute. */
  readonly bindMounts: readonly { readonly source: string; readonly target: string }[]
  /** Container paths of volumes, and of folders and sockets of the host. */
  readonly volumes: readonly string[]
  /** Folders and sockets of the host among them. */
  readonly hostMounts: readonly { readonly source: string; readonly target: string }[]
}

interface Mount {
  readonly kind: 'folder' | 'volume'
  readonly source: string
  readonly target: string
}

/**
 * A service's `volumes`, apart: what mounts a folder of the project (its source absolute), and what mounts data from elsewhere (a
 * volume, a folder or socket of the host). Entries that are not understood are left out.
 * https://docs.docker.com/reference/compose-file/services/#volumes
 */
export function readMounts(
  entries: readonly unknown[],
  folder: string,
  expandOthers: (text: string) => string,
): Mounts {
  const expand = (written: string): string => expandOthers(written.replace(workingFolder, '.'))
  const mounts = entries.flatMap((entry) =>
    isRecord(entry) ? longForm(entry, expand) : shortForm(entry, expand),
  )
  return {
    bindMounts: mounts
      .filter(({ kind }) => kind === 'folder')
      .map(({ source, target }) => ({ source: path.resolve(folder, source), target })),
    volumes: mounts.filter(({ kind }) => kind === 'volume').map(({ target }) => target),
    hostMounts: mounts.flatMap(({ kind, source, target }) =>
      kind === 'volume' && isOfHost(source) ? [{ source, target }] : [],
    ),
  }
}

function longForm(
  entry: Record<string, unknown>,
  expand: (text: string) => string,
): readonly Mount[] {
  const source = expand(text(entry['source'] ?? entry['src']) ?? '')
  const target = expand(text(entry['target'] ?? entry['destination'] ?? entry['dst']) ?? '')
  if (target === '' || entry['type'] === 'tmpfs') return []
  return [mount(source, target, entry['type'] === 'bind' && !isOfHost(source))]
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

function mount(source: string, target: string, isFolder: boolean): Mount {
  const clean = target.length > 1 ? target.replace(/\/+$/, '') : target
  const kind = isFolder && !hasVariable(source) ? 'folder' : 'volume'
  return { kind, source, target: clean }
}

function isOfHost(source: string): boolean {
  return /^([/~]|[A-Za-z]:[\\/])/.test(source)
}

/** Compose is nearly always started in the file's own folder. */
const workingFolder = /\$(PWD\b|\{PWD\})/g
