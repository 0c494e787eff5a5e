/** One row of the table of programs: what packages of a name bring onto PATH. */
export interface PackagedPrograms {
  /** The package's name for each manager that has it; dnf stands for microdnf and yum, too. */
  readonly apt?: string
  readonly apk?: string
  readonly dnf?: string
  readonly programs: string
}
