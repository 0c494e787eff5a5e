import type { SurveyRow } from '../campaign/survey.ts'
import { groupDigits } from '../../report/group-digits.ts'
import { shareText, sizeText } from '../../report/size-text.ts'
import { type Standing, type State, states, stateWords } from './standing.ts'

/** How many services are in each state. States without a service are left out. */
export type StateCounts = ReadonlyMap<State, number>

export function countStates(all: readonly Standing[]): StateCounts {
  const counts = new Map<State, number>()
  for (const state of states) {
    const count = all.filter((each) => each.state === state).length
    if (count > 0) counts.set(state, count)
  }
  return counts
}

/** Bytes of the images of all services whose sizes are known. */
export interface Sizes {
  readonly services: number
  readonly before: number
  readonly after: number
}

/** Undefined where no image was measured. */
export function sumSizes(rows: readonly SurveyRow[]): Sizes | undefined {
  const known = rows.flatMap(({ service }) => service.sizes ?? [])
  if (known.length === 0) return undefined
  return {
    services: known.length,
    before: known.reduce((sum, { before }) => sum + before, 0),
    after: known.reduce((sum, { after }) => sum + after, 0),
  }
}

/** How a count of services in a state is said in a sentence. */
const phrases: Partial<Readonly<Record<State, string>>> = {
  conflicts: 'with conflicts',
  'checks-failing': 'with failing checks',
  'left-to-person': 'left to a person',
}

/** States that the summary counts by themselves, in this order; all others were not opened. */
const told: readonly State[] = [
  'open',
  'merged',
  'conflicts',
  'checks-failing',
  'left-to-person',
  'obsolete',
  'declined',
  'closed',
]

/** `2,000 services: 1,410 open, 320 merged, 12 with conflicts, 258 not opened (200 refused, 58 waiting).` The parts add up to the whole. */
export function summaryText(counts: StateCounts): string {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const parts = told.flatMap((state) => {
    const count = counts.get(state)
    return count === undefined
      ? []
      : [`${groupDigits(count)} ${phrases[state] ?? stateWords[state]}`]
  })
  const rest = [...counts].filter(([state]) => !told.includes(state)).sort((a, b) => b[1] - a[1])
  const notOpened = rest.reduce((sum, [, count]) => sum + count, 0)
  const reasons = rest.map(([state, count]) => `${groupDigits(count)} ${stateWords[state]}`)
  if (notOpened > 0) parts.push(`${groupDigits(notOpened)} not opened (${reasons.join(', ')})`)
  return `${servicesText(total)}: ${parts.join(', ')}.`
}

/** `Images of 40 services: 12.40 GB before, 1.80 GB after (15 %).` */
export function sizesText({ services, before, after }: Sizes): string {
  const share = shareText(after, before)
  return `Images of ${servicesText(services)}: ${sizeText(before)} before, ${sizeText(after)} after${share === '' ? '' : ` (${share})`}.`
}

export function servicesText(count: number): string {
  return `${groupDigits(count)} ${count === 1 ? 'service' : 'services'}`
}
