/** Sizes of one fixture's images, in bytes as `docker image inspect` says. */
export interface Sizes {
  readonly name: string
  readonly before: number
  readonly after: number
  /** One stage became two; what only hardens files with stages is not meant to be smaller. */
  readonly isSplit: boolean
}

/** A Markdown table of the sizes, and the mean of the splits' ratios below it. */
export function sizeTable(sizes: readonly Sizes[]): string {
  const rows = sizes.map(
    ({ name, before, after }) =>
      `| ${name} | ${megabytes(before)} | ${megabytes(after)} | ${percent(after / before)} |`,
  )
  const ratios = sizes.filter(({ isSplit }) => isSplit).map(({ before, after }) => after / before)
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length
  return [
    '| fixture | before, MB | after, MB | after / before |',
    '|---|--:|--:|--:|',
    ...rows,
    '',
    ratios.length === 0
      ? 'No file was split.'
      : `Mean of ${ratios.length} splits: ${percent(mean)} of the size before.`,
    '',
  ].join('\n')
}

/** Names and sizes, in bytes as near as the table says them, of the fixtures in a table that sizeTable made. */
export function readSizeTable(
  table: string,
): readonly { readonly name: string; readonly before: number; readonly after: number }[] {
  return [...table.matchAll(/^\| (\S+\/\S+) +\| +([\d.]+) \| +([\d.]+) \|/gm)].map(
    ([, name = '', before, after]) => ({
      name,
      before: Number(before) * 1e6,
      after: Number(after) * 1e6,
    }),
  )
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)
const percent = (ratio: number) => `${(ratio * 100).toFixed(0)} %`
