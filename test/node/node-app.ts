import { isParseFailure, parseDockerfile } from '../../src/dockerfile/parse/parse.ts'
import { gatherFacts, type Facts } from '../../src/facts/facts.ts'
import { migrate } from '../../src/migrate.ts'
import type { Outcome } from '../../src/plan/outcome.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { readApp, type NodeApp } from '../../transforms/node/app.ts'
import { toolRowsOf } from '../../src/plan/tooling.ts'
import { memoryProject, type Files } from '../memory-project.ts'

/** The facts of a Dockerfile with a build context that is on no disk. */
export function factsOf(text: string, files: Files): Facts {
  const dockerfile = parseDockerfile(text)
  if (isParseFailure(dockerfile)) throw new Error(dockerfile.reason)
  return gatherFacts(dockerfile, memoryProject(files), toolRowsOf(ecosystems))
}

export function appOf(text: string, files: Files): NodeApp {
  const facts = factsOf(text, files)
  const app = readApp(facts, facts.final)
  if (app === undefined) throw new Error('no app')
  return app
}

export function outcomeOf(text: string, files: Files): Outcome {
  return migrate(text, memoryProject(files), { ecosystems, rules })
}

/** The lines of the new file; of a file that is left alone, its code. */
export function linesOf(text: string, files: Files): readonly string[] {
  const outcome = outcomeOf(text, files)
  return outcome.outcome === 'migrated'
    ? outcome.after.split('\n').filter((line) => line !== '')
    : [`${outcome.outcome}: ${outcome.code}`]
}

/** A package.json. */
export function manifest(more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify(
    { name: 'app', dependencies: { express: '4' }, devDependencies: { typescript: '5' }, ...more },
    null,
    2,
  )
}
