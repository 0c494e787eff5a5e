import { isRecord, list, record, text } from '../formats/loose-data.ts'

/** `matrix.service` -> its value, for one run of a job. */
export type MatrixRow = ReadonlyMap<string, string>

/** Runs of one job that are looked at; GitHub allows no more. */
const ROWS = 256

/**
 * The runs that a job's `strategy.matrix` makes; one without variables where it has none. `exclude` is not applied.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategymatrix
 */
export function matrixRows(matrix: unknown): readonly MatrixRow[] {
  const written = record(matrix)
  let rows: readonly MatrixRow[] = [new Map()]
  for (const [name, values] of Object.entries(written)) {
    if (name === 'include' || name === 'exclude') continue
    const cells = list(values).map((value) => flatten(`matrix.${name}`, value))
    rows = rows.flatMap((row) => cells.map((cell) => new Map([...row, ...cell]))).slice(0, ROWS)
  }
  const added = list(written['include'])
    .slice(0, ROWS)
    .map((item) => flatten('matrix', item))
  const own = rows.filter((row) => row.size > 0)
  const widened = own.map(
    (row) =>
      new Map([...row, ...added.filter((item) => fits(item, row)).flatMap((item) => [...item])]),
  )
  const all = [...widened, ...added.filter((item) => !own.some((row) => fits(item, row)))]
  return all.length === 0 ? [new Map()] : all.slice(0, ROWS)
}

/** True where an `include` adds to a run without changing what the run has. */
function fits(item: MatrixRow, row: MatrixRow): boolean {
  return [...item].every(([name, value]) => (row.get(name) ?? value) === value)
}

function flatten(name: string, value: unknown): MatrixRow {
  if (isRecord(value)) {
    return new Map(
      Object.entries(value).flatMap(([key, item]) => [...flatten(`${name}.${key}`, item)]),
    )
  }
  const written = text(value)
  return written === undefined ? new Map() : new Map([[name, written]])
}
