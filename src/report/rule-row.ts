/** A rule as reports name it. */
export interface RuleRow {
  readonly name: string
  readonly title: string
  /** Off unless asked for. */
  readonly isOptional?: boolean
}
