import { copyFileSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Fixture } from '../fixture.ts'

/** What `docker build` is given for one half of a fixture. */
export interface BuildContext {
  readonly folder: string
  readonly dockerfile: string
  readonly remove: () => void
}

/**
 * The context of a fixture's half: for the output with the files that the migration writes. A copy, with the Dockerfile where it stands,
 * where there are such files or the Dockerfile has a place of its own; else the fixture's own folder.
 */
export function buildContext(fixture: Fixture, half: 'input' | 'output'): BuildContext {
  const source = path.join(fixture.folder, `${half}.Dockerfile`)
  const others = path.join(fixture.folder, 'other-files')
  const place = fixture.settings.dockerfile
  if (place === undefined && (half === 'input' || !existsSync(others)))
    return { folder: fixture.context, dockerfile: source, remove: () => undefined }
  const folder = mkdtempSync(path.join(tmpdir(), 'msb-migrate-context-'))
  cpSync(fixture.context, folder, { recursive: true, verbatimSymlinks: true })
  if (half === 'output' && existsSync(others)) cpSync(others, folder, { recursive: true })
  const dockerfile = path.join(folder, place ?? 'Dockerfile')
  copyFileSync(source, dockerfile)
  return { folder, dockerfile, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
