/** The facts that a person can state of one file, as the configuration names them. */
export const factNames = ['keep', 'reads', 'writes', 'programs', 'start'] as const
export type FactName = (typeof factNames)[number]

/** What was stated; a list that is there is whole, and may be empty. */
export type Answers = Readonly<Partial<Record<FactName, readonly string[]>>>

/** What a person wants of one file besides what options and configuration say. Plain data: it crosses processes. */
export interface Adjustment {
  /** Rules that are switched off. */
  readonly skip: readonly string[]
  /** Rules that are off unless asked for, and are switched on. */
  readonly with?: readonly string[]
  readonly answers: Answers
  /** The text that stands in for the migrated one. */
  readonly edited?: string
}

export const noAdjustment: Adjustment = { skip: [], answers: {} }

/** Is nothing wanted? */
export function isPlain({ skip, with: besides = [], answers, edited }: Adjustment): boolean {
  const rules = [...skip, ...besides]
  return rules.length === 0 && edited === undefined && Object.keys(answers).length === 0
}
