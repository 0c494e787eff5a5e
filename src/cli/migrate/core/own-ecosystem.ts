import type { Ecosystem } from '../../../plan/ecosystem.ts'
import { refusals } from '../../../plan/refusals/refusals.ts'
import { isRecord } from '../../../project/formats/loose-data.ts'

/** What a member of an ecosystem has to be. */
type Shape = 'text' | 'function' | 'list' | 'object'

const required = { name: 'text', title: 'text', matches: 'function', split: 'function' } as const

const optional = {
  about: 'text',
  prepare: 'function',
  purposeOf: 'function',
  behaviour: 'function',
  isBuild: 'function',
  installs: 'list',
  launchers: 'list',
  builder: 'object',
  inspection: 'object',
} as const

// Every member of an ecosystem has its row.
const members: Readonly<Record<keyof Ecosystem, Shape>> = { ...required, ...optional }

/** A value that a module gives out as an ecosystem, or a clause that says why it is none. */
export function readEcosystem(value: unknown): Ecosystem | string {
  if (isRule(value)) return 'its default export is a rule, and these can only be ecosystems'
  const fault = faultOf(value)
  if (fault !== undefined) return `its default export is no ecosystem: ${fault}`
  return isWhole(value) ? value : 'its default export is no ecosystem'
}

function isRule(value: unknown): boolean {
  return isRecord(value) && typeof value['apply'] === 'function' && value['split'] === undefined
}

function isWhole(value: unknown): value is Ecosystem {
  return faultOf(value) === undefined
}

function faultOf(value: unknown): string | undefined {
  if (!isRecord(value)) return 'it is no object'
  for (const [name, shape] of Object.entries(members)) {
    const member = value[name]
    if (member === undefined && name in required) return `it has no \`${name}\``
    if (member !== undefined && !hasShape(member, shape)) return `\`${name}\` is no ${shape}`
  }
  const { name } = value
  return typeof name === 'string' && /^[a-z][a-z0-9-]*$/.test(name)
    ? undefined
    : 'its `name` is to be of a-z, 0-9 and -, and to begin with a letter'
}

function hasShape(value: unknown, shape: Shape): boolean {
  switch (shape) {
    case 'text':
      return typeof value === 'string'
    case 'function':
      return typeof value === 'function'
    case 'list':
      return Array.isArray(value)
    case 'object':
      return isRecord(value)
  }
}

/** The same ecosystem; where one of its functions fails, or `split` gives what is no answer, `fail` makes the error of a clause about it. */
export function careful(
  own: Ecosystem,
  fail: (reason: string, cause?: unknown) => Error,
): Ecosystem {
  const guard =
    <Given extends readonly unknown[], Result>(
      member: keyof Ecosystem,
      work: (...given: Given) => Result,
    ) =>
    (...given: Given): Result => {
      try {
        return work(...given)
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        throw fail(`\`${member}\` fails: ${reason}`, error)
      }
    }
  const { prepare, purposeOf, behaviour, isBuild } = own
  const split = guard('split', (facts: Parameters<Ecosystem['split']>[0]) => own.split(facts))
  return {
    ...own,
    matches: guard('matches', (facts) => own.matches(facts)),
    split: (facts) => {
      const answer = split(facts)
      const fault = answerFault(answer)
      if (fault !== undefined) throw fail(`\`split\` ${fault}`)
      return answer
    },
    ...(prepare === undefined ? {} : { prepare: guard('prepare', prepare.bind(own)) }),
    ...(purposeOf === undefined ? {} : { purposeOf: guard('purposeOf', purposeOf.bind(own)) }),
    ...(behaviour === undefined ? {} : { behaviour: guard('behaviour', behaviour.bind(own)) }),
    ...(isBuild === undefined ? {} : { isBuild: guard('isBuild', isBuild.bind(own)) }),
  }
}

/** Modules need not be of TypeScript: what the engine rests on is looked at. */
function answerFault(answer: unknown): string | undefined {
  const neither = 'answers with neither a split nor a refusal'
  if (!isRecord(answer)) return neither
  switch (answer['kind']) {
    case 'refused':
    case 'unchanged': {
      const { code, reason } = answer
      if (typeof code !== 'string' || !Object.hasOwn(refusals, code))
        return `refuses with the code ${JSON.stringify(code)}, which is none of docs/refusals.md`
      return typeof reason === 'string' ? undefined : 'refuses without a reason'
    }
    case 'split': {
      const { runtimeBases, artifacts, change } = answer
      if (!Array.isArray(runtimeBases) || runtimeBases.length === 0)
        return 'answers without `runtimeBases`'
      if (!Array.isArray(artifacts)) return 'answers without `artifacts`'
      return isRecord(change) ? undefined : 'answers without a `change`'
    }
    default:
      return neither
  }
}
