import { quotedValue } from '../../../dockerfile/words/literal-word.ts'
import { assignmentsOf, variablesIn } from '../../../dockerfile/words/variables.ts'
import { lineEvidence, type Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import type { BaseImage } from '../../../knowledge/images/base-image.ts'
import { processesOf } from './entries.ts'
import type { Seen } from './seen-program.ts'

/** A variable that the author's base image sets, no line of the file does, and something in the container reads. */
export interface BaseVariable {
  readonly name: string
  /** '' where it differs from tag to tag. */
  readonly value: string
  readonly evidence: Evidence
}

/** Every image has these. */
const ofEvery = new Set(['PATH', 'HOME', 'HOSTNAME', 'PWD', 'TERM', 'LANG', 'LC_ALL', 'USER'])

/** Instructions whose words a shell of the container expands. */
const atRunTime = /^(CMD|ENTRYPOINT|HEALTHCHECK)$/

/** The variables of the base image that the program, the scripts on the way to it or the start command read: GOPATH, PHP_INI_DIR. */
export function baseVariables(seen: Seen, facts: Facts): readonly BaseVariable[] {
  const { dockerfile, final } = facts
  const own = new Set(
    final.stage.instructions
      .filter(({ keyword }) => keyword === 'ENV')
      .flatMap((line) => assignmentsOf(line, dockerfile.escape).map(({ name }) => name)),
  )
  const wanted = new Map(
    [...final.base.config.Env].filter(([name]) => !ofEvery.has(name) && !own.has(name)),
  )
  if (wanted.size === 0) return []
  const found = new Map<string, BaseVariable>()
  for (const { name, evidence } of namesRead(seen, facts)) {
    const value = wanted.get(name)
    if (value !== undefined && !found.has(name)) found.set(name, { name, value, evidence })
  }
  return [...found.values()]
}

function namesRead({ programs }: Seen, facts: Facts) {
  const { final, project } = facts
  const inText = (text: string, evidence: Evidence) =>
    variablesIn(text, '\\', true).map((name) => ({ name, evidence }))
  const modules = programs.flatMap(({ graph }) => graph.modules)
  const scripts = new Set([
    ...modules.map(({ path }) => path).filter((path) => /(\.(ba)?sh|\/[^./]+)$/.test(path)),
    ...processesOf(facts).flatMap(({ via }) => via.map(({ path }) => path)),
  ])
  return [
    ...modules.flatMap(({ path, environment }) =>
      environment.map(({ name, at }) => ({ name, evidence: { path, ...at } })),
    ),
    ...final.stage.instructions
      .filter(({ keyword }) => atRunTime.test(keyword))
      .flatMap((line) => inText(line.body.text, lineEvidence(line))),
    ...[...scripts].flatMap((path) =>
      project.isFile(path) && !/(^|\/)[\w.-]*Dockerfile/.test(path)
        ? inText(project.read(path) ?? '', { path, line: undefined, text: path })
        : [],
    ),
  ]
}

/** The lines that give another image what it lacks of them; without those whose value is not known. */
export const linesFor = (
  variables: readonly BaseVariable[],
  { config }: BaseImage,
  escape: string,
) =>
  variables
    .filter(({ name, value }) => value !== '' && config.Env.get(name) !== value)
    .map(({ name, value }) => `ENV ${name}=${quotedValue(value, escape)}`)
