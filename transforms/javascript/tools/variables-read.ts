import { javascript } from '../../../src/transform.ts'
import { readFile, type StageView } from '../stage-view.ts'

/** Names that a configuration file reads from the environment: `process.env.API_URL`, `loadEnv(mode, cwd).API_URL`. */
export function variablesRead(view: StageView, path: string | undefined): readonly string[] {
  const text = path === undefined ? undefined : readFile(view, path)
  if (path === undefined || text === undefined) return []
  const { environment = [] } = javascript(view.project, []).read(path, text, view.env) ?? {}
  const names = environment.map(({ name }) => name)
  return [...new Set(names)].filter(
    (name) => /^[A-Z][A-Z0-9_]*$/.test(name) && !ofTheTool.has(name),
  )
}

/** What decides how a tool runs, not what it builds. */
const ofTheTool = new Set('NODE_ENV PORT HOST CI DEBUG BROWSER HTTPS ANALYZE'.split(' '))
