/** What prints a report. */
export type Printer = 'run' | 'verify' | 'inventory' | 'explain' | 'pr status' | 'pr report'

interface FormatRow {
  readonly name: string
  /** What it is, for the help and the docs. */
  readonly says: string
  readonly printers: readonly Printer[]
}

/** The one table of formats: the parser, the help, what a command accepts and docs/reports.md are made from it. */
export const formatRows = [
  row('pretty', 'for people', ['run', 'verify', 'inventory', 'explain', 'pr status']),
  row('diff', 'diffs for git apply', ['run']),
  row('json', 'one document with a schema', [
    'run',
    'verify',
    'inventory',
    'explain',
    'pr status',
    'pr report',
  ]),
  row('sarif', 'SARIF 2.1.0, for code scanning', ['run', 'verify']),
  row('github', 'annotations and the step summary of a GitHub workflow', ['run', 'verify']),
  row('markdown', 'tables, and what is behind them', ['run', 'verify', 'inventory']),
  row('html', 'one page without network', ['run', 'verify', 'inventory', 'pr report']),
  row('csv', 'a line each', ['inventory', 'pr report']),
  row('mermaid', 'the stages before and after as a diagram', ['run']),
  row('dot', 'the same for Graphviz', ['run']),
] as const

export type Format = (typeof formatRows)[number]['name']

export const formats: readonly Format[] = formatRows.map(({ name }) => name)

/** The formats that a command has. */
export function formatsOf(printer: Printer): readonly Format[] {
  return formatRows.flatMap(({ name, printers }) => (printers.includes(printer) ? [name] : []))
}

/** What has a format. */
export function printersOf(format: Format): readonly Printer[] {
  return formatRows.find(({ name }) => name === format)?.printers ?? []
}

function row<Name extends string>(
  name: Name,
  says: string,
  printers: readonly Printer[],
): FormatRow & { readonly name: Name } {
  return { name, says, printers }
}
