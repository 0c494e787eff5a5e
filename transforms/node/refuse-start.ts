import {
  refuse,
  refusePurpose,
  resolvePath,
  type Facts,
  type Refusal,
} from '../../src/transform.ts'
import type { NodeApp } from '../javascript/app.ts'
import { viewOf } from '../javascript/stage-view.ts'
import { devServerOf, staticServer } from '../javascript/tools/index.ts'
import { testRunner } from '../javascript/tools/servers/developer-programs.ts'
import type { Program } from './program.ts'
import type { Start } from '../javascript/start.ts'
import { startLine } from '../javascript/start-line.ts'

/** A start command that no production image should have, or that an image without dev dependencies can't run. */
export function refuseStart(start: Start, facts: Facts): Refusal | undefined {
  const line = startLine(facts)
  const view = viewOf(facts.final, facts)
  for (const task of start.tasks) {
    if (task.kind === 'manager' && (task.call.kind === 'install' || task.call.kind === 'add'))
      return refusePurpose(
        { kind: 'installs', what: `${task.manager.program} install` },
        line,
        task.evidence,
      )
    if (task.kind !== 'program') continue
    const tests = testRunner(task)
    if (tests !== undefined)
      return refusePurpose({ kind: 'tests', what: tests }, line, task.evidence)
    const server = devServerOf(task)
    if (server !== undefined)
      return refusePurpose(
        { kind: 'development', what: `${server}, a development server` },
        line,
        task.evidence,
      )
    const site = staticServer(task, view)
    if (site !== undefined)
      return refuse(
        'static-site',
        `Line ${line} serves ${site.folder === undefined ? 'static files' : `the static files of ${absolute(site.folder, task.cwd)}`}: a static site beside another program, which one web server can't be. Give each an image of its own.`,
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

const absolute = (folder: string, cwd: string | undefined) => resolvePath(cwd, folder) ?? folder
