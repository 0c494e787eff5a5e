import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { chooseContext } from '../../src/project/choose-context.ts'
import { record, text, texts } from '../../src/project/formats/loose-data.ts'
import type { EntryKind } from '../../src/project/entry-kind.ts'
import type { ProjectCache } from '../../src/project/project-cache.ts'

/** Real projects, which are not part of this repository. */
const shared = process.env['MSB_SHARED'] ?? path.resolve(import.meta.dirname, '../../../shared')
const corpus = path.join(shared, 'corpus', 'all')

/** A disk that has these paths (files, texts where they matter) below /repo, a git repository. */
function diskOf(files: ReadonlyMap<string, string>): ProjectCache {
  const folders = new Map<string, Map<string, EntryKind>>()
  for (const file of files.keys()) {
    let kind: EntryKind = 'file'
    for (let at = path.posix.join('/repo', file); at !== '/'; at = path.posix.dirname(at)) {
      const above = path.posix.dirname(at)
      const entries = folders.get(above) ?? new Map<string, EntryKind>()
      if (entries.get(path.posix.basename(at)) !== 'folder') {
        folders.set(above, entries.set(path.posix.basename(at), kind))
      }
      kind = 'folder'
    }
  }
  return {
    entries: (folder) => folders.get(folder) ?? new Map(),
    followLink: (link) => ({ path: link, kind: 'folder' }),
    gitRoot: () => '/repo',
    isClosed: () => false,
    isExecutable: () => false,
    readText: (file) => files.get(path.posix.relative('/repo', file)),
    usesByFolder: new Map(),
    manifestsByFolder: new Map(),
  }
}

interface Case {
  readonly id: string
  readonly dockerfile: string
  readonly context: string
  readonly sources: readonly string[]
  readonly files: ReadonlyMap<string, string>
}

function readCase(id: string): Case | undefined {
  const folder = path.join(corpus, id)
  if (!existsSync(path.join(folder, 'meta.json'))) return undefined
  const meta = record(JSON.parse(readFileSync(path.join(folder, 'meta.json'), 'utf8')))
  const dockerfile = text(meta['path']) ?? 'Dockerfile'
  const context = text(meta['contextDir']) ?? '.'
  const files = new Map([[dockerfile, '']])
  for (const file of readFileSync(path.join(folder, 'files.txt'), 'utf8').split('\n')) {
    if (file !== '' && !file.endsWith('/')) files.set(path.posix.join(context, file), '')
  }
  // Of the compose files only the facts were kept: written here as such a file would say them.
  const services = Array.isArray(meta['composeServices']) ? meta['composeServices'].map(record) : []
  for (const service of services) {
    const file = text(service['compose']) ?? 'compose.yml'
    const base = path.posix.dirname(file)
    const built = text(service['context']) ?? ''
    const lines = [
      `  ${JSON.stringify(service['service'])}:`,
      '    build:',
      `      context: ${JSON.stringify(path.posix.relative(base, built) || '.')}`,
      `      dockerfile: ${JSON.stringify(path.posix.relative(built, dockerfile))}`,
      '',
    ]
    files.set(file, (files.get(file) || 'services:\n') + lines.join('\n'))
  }
  return { id, dockerfile, context, sources: texts(meta['copySources']), files }
}

describe.skipIf(!existsSync(corpus))(
  'contexts of real projects (skipped without ../shared)',
  () => {
    test('the chosen context is the one that was found by hand', () => {
      const cases = readdirSync(corpus).flatMap((id) => readCase(id) ?? [])
      const wrong = cases.flatMap(({ id, dockerfile, context, sources, files }) => {
        const choice = chooseContext({
          dockerfilePath: path.posix.join('/repo', dockerfile),
          sources,
          cache: diskOf(files),
        })
        const chosen = path.posix.relative('/repo', choice.root) || '.'
        return chosen === context ? [] : [{ id, context, chosen, by: choice.by, sources }]
      })
      expect(wrong).toEqual([])
    })
  },
)
