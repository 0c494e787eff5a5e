import {
  assignmentsOf,
  baseName,
  isFetchCredential,
  isSecretName,
  lineage,
  listText,
  sourceMentions,
  type Facts,
  type Instruction,
  type StageFacts,
  type Step,
} from '../../../src/transform.ts'
import { mentions } from './occurrences.ts'
import { namingOf } from './variable-readers.ts'

/** A variable of the build that opens a door, and what of the file declares it. */
export interface SecretVariable {
  readonly name: string
  /** Each ARG and ENV of that name, in any stage and above the first. */
  readonly lines: readonly Instruction[]
  /** Its value is written in the file. */
  readonly isWritten: boolean
  /** The ARG that it has its value from, which serves nothing else: `ENV NPM_TOKEN=$TOKEN`. */
  readonly alias: string | undefined
}

/** The RUNs that have a variable. */
export interface RunOfStage {
  readonly stage: StageFacts
  readonly step: Step
}

/** The variables by which the build opens registries and hosts: by their names, or by what RUNs do with secrets. */
export function secretVariables(facts: Facts): readonly SecretVariable[] {
  const lines = facts.dockerfile.instructions.filter(({ keyword }) => /^(ARG|ENV)$/.test(keyword))
  const declared = lines.flatMap((line) =>
    assignmentsOf(line).map(({ name, raw, value }) => ({ line, name, raw, value })),
  )
  const names = new Set(declared.map(({ name }) => name))
  const found = [...names].flatMap((name): SecretVariable[] => {
    const own = declared.filter((each) => each.name === name)
    const isUsed = runsWith(name, facts).some(({ step }) => mentions(step.instruction.text, name))
    const isNothing = own.every(({ line, value }) => line.keyword === 'ENV' && value === '')
    if (isNothing || (!isFetchCredential(name) && !(isSecretName(name) && isUsed))) return []
    const alias = own.flatMap(({ raw }) => referenceOf(raw, name) ?? [])[0]
    const givers = declared.filter((each) => each.name === alias)
    return [
      {
        name,
        lines: [...new Set([...givers, ...own].map(({ line }) => line))],
        isWritten: own.some(({ value }) => value !== undefined && value !== ''),
        alias: givers.length === 0 ? undefined : alias,
      },
    ]
  })
  const aliases = new Set(found.map(({ alias }) => alias))
  return found.filter(({ name }) => !aliases.has(name))
}

/** The other variable that a value is: `$TOKEN`, `"${TOKEN}"`. */
function referenceOf(raw: string | undefined, name: string): string | undefined {
  const word = raw?.replace(/^"(.*)"$/, '$1')
  const [, braced, plain] = /^\$(?:\{(\w+)\}|(\w+))$/.exec(word ?? '') ?? []
  const other = braced ?? plain
  return other === name ? undefined : other
}

/** The RUNs in whose environment a variable is. */
export const runsWith = (name: string, { stages }: Facts): readonly RunOfStage[] =>
  stages.flatMap((stage) =>
    stage.steps
      .filter((step) => step.instruction.keyword === 'RUN' && step.isSet(name))
      .map((step) => ({ stage, step })),
  )

/** Why a variable has to stay one, as a clause with its line; undefined where only RUNs have a use for it. */
export function otherUse(
  { name, lines, alias }: SecretVariable,
  facts: Facts,
): { readonly why: string; readonly isOfRunTime: boolean } | undefined {
  const others = facts.dockerfile.instructions.filter(
    (instruction) =>
      !lines.includes(instruction) &&
      instruction.keyword !== 'RUN' &&
      mentions(instruction.text, name),
  )
  const own = lines.filter(({ keyword, text }) => keyword !== 'ARG' && isDerived(text, name))
  if (own.length > 0 || others.length > 0) {
    const at = listText([...new Set([...own, ...others].map(({ line }) => String(line)))])
    const started = others.every(({ keyword }) => /^(CMD|ENTRYPOINT|HEALTHCHECK)$/.test(keyword))
    return {
      why: `line ${at} uses it, too`,
      isOfRunTime: started && own.length === 0,
    }
  }
  const takes = facts.dockerfile.instructions.filter(
    (instruction) =>
      alias !== undefined && !lines.includes(instruction) && mentions(instruction.text, alias),
  )
  const [taken] = takes
  if (taken !== undefined)
    return { why: `line ${taken.line} uses ${alias ?? ''}, too`, isOfRunTime: false }
  const isKept = isOfImage(lines, facts)
  if (isReadBySources(name, facts))
    return { why: 'a source of the project reads it, too', isOfRunTime: isKept }
  return isKept && !isFetchCredential(name)
    ? { why: 'the program may read it, too', isOfRunTime: true }
    : undefined
}

/** Whether an ENV among the lines is one of the image itself. */
export const isOfImage = (lines: readonly Instruction[], { final }: Facts): boolean =>
  lineage(final).some(({ stage }) =>
    stage.instructions.some((line) => lines.includes(line) && line.keyword === 'ENV'),
  )

/** Whether a source of the project names it, other than what builds the image on somebody's machine: `docker build --build-arg NPM_TOKEN .` in a Makefile. */
function isReadBySources(name: string, { project, stages }: Facts): boolean {
  const runs = stages.flatMap(({ commands }) => commands.flatMap(({ argv }) => argv))
  const isRun = (path: string) =>
    runs.some((word) => word !== undefined && baseName(word) === baseName(path)) ||
    (/^(gnu)?makefile$/i.test(baseName(path)) && runs.includes('make'))
  const building = new Set(
    project.usages().flatMap(({ kind, path }) => (kind === 'script' && !isRun(path) ? [path] : [])),
  )
  const files = (folder?: string) => project.files(folder).filter((path) => !building.has(path))
  return sourceMentions({ ...project, files })(namingOf(name))
}

/** `ENV URL=https://$TOKEN@host TOKEN=$TOKEN` gives another variable the secret. */
const isDerived = (text: string, name: string): boolean =>
  mentions(text.split(`${name}=$${name}`).join('').split(`${name}=\${${name}}`).join(''), name)
