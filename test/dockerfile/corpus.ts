import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The folder with the corpus and its judges, which is no part of this repository; undefined where it is missing. */
export function sharedFolder(): string | undefined {
  const folder = process.env['MSB_SHARED'] ?? resolve(import.meta.dirname, '../../../shared')
  return existsSync(join(folder, 'corpus/plain.jsonl')) ? folder : undefined
}

export interface CorpusFile {
  readonly id: string
  readonly text: string
}

/** Every Dockerfile of the corpus. */
export function corpusFiles(shared: string): readonly CorpusFile[] {
  const corpus = join(shared, 'corpus')
  const files: CorpusFile[] = []
  for (const set of ['all', 'gold']) {
    for (const folder of readdirSync(join(corpus, set), { withFileTypes: true })) {
      if (!folder.isDirectory()) continue
      for (const entry of readdirSync(join(corpus, set, folder.name), { withFileTypes: true })) {
        if (!entry.isFile() || !/Dockerfile/.test(entry.name)) continue
        const path = join(set, folder.name, entry.name)
        files.push({ id: path, text: readFileSync(join(corpus, path), 'utf8') })
      }
    }
  }
  for (const line of readFileSync(join(corpus, 'plain.jsonl'), 'utf8').split('\n')) {
    if (line !== '') files.push(plainFile(JSON.parse(line)))
  }
  return files
}

function plainFile(value: unknown): CorpusFile {
  if (typeof value === 'object' && value !== null && 'id' in value && 'text' in value) {
    return { id: `plain/${String(value.id)}`, text: String(value.text) }
  }
  throw new Error('plain.jsonl: no id or text')
}
