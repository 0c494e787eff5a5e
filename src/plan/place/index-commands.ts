/** A command that makes an index of what packages and copies have put somewhere, for the programs that run then. */
interface IndexCommand {
  readonly name: string
  /** The OS package that reads the index. */
  readonly package: string
  readonly source: string
}

const rows: readonly IndexCommand[] = [
  {
    name: 'fc-cache',
    package: 'fontconfig',
    source: 'https://www.freedesktop.org/software/fontconfig/fontconfig-user.html',
  },
  {
    name: 'update-mime-database',
    package: 'shared-mime-info',
    source: 'https://specifications.freedesktop.org/shared-mime-info-spec/latest/',
  },
]

/** The row of a program by its name. */
export const indexCommand = (name: string): IndexCommand | undefined =>
  rows.find((row) => row.name === name)
