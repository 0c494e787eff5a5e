import { escapeHtml } from '../escape-html.ts'
import { counted, type InventoryFile } from '../inventory/inventory.ts'
import { isOutcome, outcomeWords } from '../summary.ts'
import { filterForm, filterValues } from './filter-form.ts'
import { listTable } from './list-table.ts'

/** A file of the list. */
export interface ListedFile {
  readonly file: InventoryFile
  /** '1 → 2' */
  readonly stages: string
  /** The id of what is said of it further down. */
  readonly part: string | undefined
}

const columns = [
  { name: 'file', title: 'Dockerfile' },
  { name: 'outcome', title: 'Outcome' },
  { name: 'ecosystem', title: 'Ecosystem' },
  { name: 'stages', title: 'Stages' },
  { name: 'what', title: 'By' },
]

/** All files with filters; what changes one, or why it stays as it is. */
export function fileList(all: readonly ListedFile[]): string {
  const files = all.map(({ file }) => file)
  const filters = [
    {
      name: 'outcome',
      label: 'Outcome',
      values: filterValues(
        counted(files, ({ outcome }) => [outcome]),
        (value) => (isOutcome(value) ? outcomeWords[value] : value),
      ),
    },
    {
      name: 'ecosystem',
      label: 'Ecosystem',
      values: filterValues(
        counted(files, ({ ecosystem }) => (ecosystem === undefined ? [] : [ecosystem])),
      ),
    },
    { name: 'rule', label: 'Rule or code', values: filterValues(counted(files, reasonsOf)) },
  ]
  return `<h2 id="list">Dockerfiles</h2>
${filterForm(filters, files.length, 'path, rule or code')}
${listTable(columns, all.map(rowOf))}
`
}

/** What decided about a file. */
function reasonsOf({ rules, code }: InventoryFile): readonly string[] {
  return code === undefined ? rules : [code]
}

function rowOf({ file, stages, part }: ListedFile): {
  readonly data: Readonly<Record<string, string>>
  readonly cells: readonly string[]
} {
  const { path, outcome, ecosystem = '' } = file
  const name = `<code>${escapeHtml(path)}</code>`
  const reasons = reasonsOf(file)
  return {
    data: {
      ...{ outcome, ecosystem, rule: reasons.join(' ') },
      ...(part === undefined ? {} : { part }),
    },
    cells: [
      part === undefined ? name : `<a href="#${part}">${name}</a>`,
      outcomeWords[outcome],
      escapeHtml(ecosystem),
      stages,
      escapeHtml(reasons.join(', ')),
    ],
  }
}
