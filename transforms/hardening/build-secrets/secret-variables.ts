import {
  assignmentsOf,
  isFetchCredential,
  isRoot,
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
  return [...names].flatMap((name): SecretVariable[] => {
    const own = declared.filter((each) => each.name === name)
    const isUsed = runsWith(name, facts).some(({ step }) => mentions(step.instruction.text, name))
    if (!isFetchCredential(name) && !(isSecretName(name) && isUsed)) return []
    return [
      {
        name,
        lines: [...new Set(own.map(({ line }) => line))],
        isWritten: own.some(({ value }) => value !== undefined && value !== ''),
      },
    ]
  })
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
  { name, lines }: SecretVariable,
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
  const isKept = lineage(facts.final).some(({ stage }) =>
    stage.instructions.some((line) => lines.includes(line) && line.keyword === 'ENV'),
  )
  if (sourceMentions(facts.project)(namingOf(name)))
    return { why: 'a source of the project reads it, too', isOfRunTime: isKept }
  return isKept && !isFetchCredential(name)
    ? { why: 'the program may read it, too', isOfRunTime: true }
    : undefined
}

/** `ENV URL=https://$TOKEN@host TOKEN=$TOKEN` gives another variable the secret. */
const isDerived = (text: string, name: string): boolean =>
  mentions(text.split(`${name}=$${name}`).join('').split(`${name}=\${${name}}`).join(''), name)

/** Whether a RUN works as another user than root. */
export const isOfAnotherUser = ({ user }: Step): boolean => !isRoot(user)
