import {
  baseName,
  refuse,
  resolvePath,
  starter,
  type Command,
  type Facts,
  type Purpose,
  type Refusal,
} from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import type { Start } from '../../javascript/start.ts'
import { startLine } from '../../javascript/start-line.ts'
import { viewOf } from '../../javascript/stage-view.ts'
import { isProgram } from '../../javascript/task.ts'
import { devServerOf, staticServer } from '../../javascript/tools/index.ts'
import { testRunner } from '../../javascript/tools/servers/developer-programs.ts'
import type { Program } from '../sources/program.ts'

/** What a test runner or a development server says of the image. */
export function purposeOf({ name = '', args }: Command): Purpose | undefined {
  const started = { name: baseName(name), args }
  const tests = testRunner(started)
  if (tests !== undefined) return { kind: 'tests', what: tests }
  const server = devServerOf(started)
  return server === undefined
    ? undefined
    : { kind: 'development', what: `${server}, a development server` }
}

/** A server of files beside another program: one web server can't be both. */
export function refuseStaticServer(start: Start, facts: Facts): Refusal | undefined {
  const view = viewOf(facts.final, facts)
  const line = startLine(facts)
  for (const task of start.tasks.filter(isProgram)) {
    const site = staticServer(task, view)
    if (site === undefined) continue
    const files =
      site.folder === undefined
        ? 'static files'
        : `the static files of ${resolvePath(task.cwd, site.folder) ?? site.folder}`
    return refuse(
      'static-site',
      `${starter(facts.start, line)} serves ${files}: a static site beside another program, which one web server can't be. Give each an image of its own.`,
      line,
    )
  }
  return undefined
}

/** The start command names a file that nobody makes. */
export function refuseMissingEntry({ facts }: NodeApp, { entries }: Program): Refusal | undefined {
  const missing = entries.find(
    ({ kind, entry }) => kind === 'missing' && entry.evidence[0]?.path === 'Dockerfile',
  )
  const line = startLine(facts)
  if (missing === undefined) return undefined
  const path = missing.entry.path.slice(
    missing.entry.cwd === '/' ? 1 : missing.entry.cwd.length + 1,
  )
  return refuse(
    'missing-start-file',
    `Line ${line} runs ${missing.entry.path.startsWith(missing.entry.cwd) ? path : missing.entry.path}, which is neither in the build context nor made by a RUN. Name the file that starts the program.`,
    line,
  )
}
