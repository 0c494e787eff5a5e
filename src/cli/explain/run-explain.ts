import { lstatSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { listGitFiles } from '../../project/git/git.ts'
import { explainFile } from '../../report/explain/explain-file.ts'
import type { FileExplanation, WordExplanation } from '../../report/explain/explain-schema.ts'
import { fileText, wordText } from '../../report/explain/explain-text.ts'
import { type Look, plainJson } from '../../report/paint.ts'
import type { CliOptions } from '../cli-options.ts'
import { didYouMean } from '../did-you-mean.ts'
import type { MigrateAll } from '../migrate/core/migrate-all.ts'
import { findDockerfiles } from '../migrate/find-dockerfiles.ts'
import { hasColor, type Surroundings } from '../migrate/surroundings.ts'
import { openPayload, payloadToStream } from '../payload.ts'
import { UsageError } from '../usage-error.ts'
import { knownWords } from './known-words.ts'

/** Where the reader's window is not known. */
const usualColumns = 100

/** `explain`: says what a word means, or why each line of a file is where it is. Gives the exit code. Throws UsageError. */
export async function runExplain(
  options: CliOptions,
  around: Surroundings,
  migrateAll: MigrateAll,
): Promise<number> {
  const { stdout, env } = around
  const [what, ...more] = options.paths
  if (what === undefined || more.length > 0)
    throw new UsageError(
      'explain takes one code, rule, outcome or file; see msb-migrate explain --help',
    )
  const isFile = options.output !== undefined
  const look = {
    color: !isFile && hasColor(stdout, options.color, env),
    terminal: !isFile && stdout.isTTY === true,
  }
  const found = knownWords.get(what) ?? (await explained(what, options, around, migrateAll))
  const payload = isFile ? openPayload(options.output, around, []) : payloadToStream(stdout)
  const text =
    options.format === 'json'
      ? `${plainJson(JSON.stringify(found, null, 2))}\n`
      : textFor(found, look, stdout.columns ?? usualColumns)
  await payload.write(text)
  payload.end()
  return found.kind === 'file' && found.outcome === 'failed' ? 3 : 0
}

function textFor(found: WordExplanation | FileExplanation, look: Look, columns: number): string {
  return found.kind === 'file' ? fileText(found, look, columns) : wordText(found, look, columns)
}

async function explained(
  what: string,
  options: CliOptions,
  around: Surroundings,
  migrateAll: MigrateAll,
): Promise<FileExplanation> {
  const { cwd } = around
  const { path, line } = await placeOf(what, cwd)
  for await (const report of migrateAll({ ...options, paths: [path], cwd }, [{ path }], 1)) {
    const found = explainFile(report, line)
    if (line !== undefined && found.outcome === 'migrated' && found.input.length === 0)
      throw new UsageError(`${path} has no line ${line}, nor has what it becomes`)
    return found
  }
  throw new UsageError('interrupted')
}

/** A file, then a folder with one Dockerfile; with a line behind it where there is none of the whole name. */
async function placeOf(
  what: string,
  cwd: string,
): Promise<{ readonly path: string; readonly line: number | undefined }> {
  const [, before = '', digits = ''] = /^([^]+):(\d{1,9})$/.exec(what) ?? []
  const isWhole = before === '' || isThere(resolve(cwd, what))
  const name = isWhole ? what : before
  if (!isThere(resolve(cwd, name))) {
    const near = didYouMean(name, [...knownWords.keys()])
    throw new UsageError(
      `there is no code, rule, outcome or file "${name}"${near === '' ? '; docs/refusals.md lists the codes' : near}`,
    )
  }
  const line = isWhole ? undefined : Number(digits)
  if (line === 0) throw new UsageError('lines are counted from 1')
  if (!statSync(resolve(cwd, name)).isDirectory()) return { path: name, line }
  const { paths } = await findDockerfiles([name], cwd, listGitFiles)
  const [path, ...others] = paths
  if (path === undefined) throw new UsageError(`there is no Dockerfile in ${name}`)
  if (others.length > 0)
    throw new UsageError(`there are ${paths.length} Dockerfiles in ${name}; name one, as ${path}`)
  return { path, line }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}
