import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { plainFile } from '../../src/review/render/plain.ts'
import { drawScreen, type Size } from '../../src/review/render/screen.ts'
import { settle } from '../../src/review/state/adjust-files.ts'
import { fileState, type ReviewState, startReview } from '../../src/review/state/review-state.ts'
import { step } from '../../src/review/state/step.ts'
import { migrateFiles, refusedReport, reportAt } from './reports.ts'

const screens = join(import.meta.dirname, 'screens')
const look = { color: false, terminal: true }
const small: Size = { columns: 80, rows: 24 }
const large: Size = { columns: 200, rows: 50 }

const folder = join(import.meta.dirname, '../../examples/services/orders')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const names = ['Dockerfile', 'package.json', 'package-lock.json', 'tsconfig.json', 'src/server.ts']
const migrateOrders = migrateFiles(Object.fromEntries(names.map((name) => [name, read(name)])))

const first = () =>
  startReview([
    fileState(migrateOrders(undefined)),
    fileState(refusedReport),
    fileState(reportAt('c/Dockerfile')),
  ])

function press(state: ReviewState, size: Size, ...keys: readonly string[]): ReviewState {
  return keys.reduce((now, key) => {
    const { state: next, effect } = step(now, key, drawScreen(now, size, look).page)
    const indexes = effect?.kind === 'migrate' ? effect.indexes : []
    return indexes.reduce(
      (all, index) => (index === 0 ? settle(all, 0, migrateOrders(all.files[0])) : all),
      next,
    )
  }, state)
}

const cases: readonly (readonly [name: string, size: Size, keys: readonly string[]])[] = [
  ['first', small, []],
  ['next-page', small, ['pagedown']],
  ['switched-off', small, ['2', 'space']],
  ['side-by-side', small, ['|']],
  ['by-word', small, ['w']],
  ['help', small, ['?']],
  ['find', small, ['/', 'd', 'o', 'c']],
  ['question', small, ['j', 'space', 'g', 'i', 't']],
  ['close', small, ['y', 'n', 'y']],
  ['first-large', large, []],
  ['side-by-side-large', large, ['|']],
]

describe('screens', () => {
  it.each(cases)('%s', async (name, size, keys) => {
    const { lines } = drawScreen(press(first(), size, ...keys), size, look)
    expect(lines.length).toBeLessThanOrEqual(size.rows)
    for (const line of lines) expect(stringWidth(line)).toBeLessThan(size.columns)
    const text = lines.map((line) => `${line.trimEnd()}\n`).join('')
    await expect(text).toMatchFileSnapshot(join(screens, `${name}.txt`))
  })

  it('plain', async () => {
    const state = first()
    const files = state.files.map((file, at) => plainFile({ ...state, at }, file))
    const text = files.map((lines) => `${lines.join('\n')}\n`).join('\n')
    await expect(text).toMatchFileSnapshot(join(screens, 'plain.txt'))
  })

  it('fit every terminal, and tell nothing by colour alone', () => {
    for (const [, , keys] of cases) {
      const state = press(first(), small, ...keys)
      for (const columns of [20, 40, 79, 120])
        for (const rows of [8, 12, 30]) {
          const { lines } = drawScreen(state, { columns, rows }, look)
          expect(lines.length).toBeLessThanOrEqual(rows)
          for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns)
        }
    }
  })

  it('show no control sequence of a file', () => {
    const report = reportAt('a\u001b[2J/Dockerfile')
    const { lines } = drawScreen(startReview([fileState(report)]), small, look)
    expect(lines.join('')).not.toContain('\u001b')
  })
})

it('docs/review.md shows them as they are', async () => {
  const page = join(import.meta.dirname, '../../docs/review.md')
  const text = readFileSync(page, 'utf8').replace(
    /(<!-- screen ([\w-]+) -->\n)[^]*?(<!-- \/screen -->)/g,
    (_, start: string, name: string, end: string) =>
      `${start}\n\`\`\`\n${readFileSync(join(screens, `${name}.txt`), 'utf8').trimEnd()}\n\`\`\`\n\n${end}`,
  )
  await expect(text).toMatchFileSnapshot(page)
})

describe('a text that was edited', () => {
  const edit = (change: (text: string) => string) => {
    const file = fileState(migrateOrders(undefined))
    const { result } = file.report
    const edited = change(result.outcome === 'migrated' ? result.after : '')
    return migrateOrders({ ...file, wanted: { ...file.wanted, edited } })
  }

  it('is taken where it holds, as a change of its own', () => {
    const { result, faults } = edit((text) => text.replace('EXPOSE 3000', 'EXPOSE 3000\nLABEL a=b'))
    expect(faults).toBeUndefined()
    expect(result).toMatchObject({ outcome: 'migrated' })
    if (result.outcome !== 'migrated') return
    expect(result.changes.at(-1)).toMatchObject({ rule: 'edited', risk: 'review' })
    expect(result.contract.at(-1)).toMatchObject({ field: 'Labels.a', after: 'b', by: 'edited' })
    expect(result.origins.filter(({ by }) => by === 'edited')).toHaveLength(1)
  })

  it.each([
    ['a line that is not read', (text: string) => text.replace('EXPOSE', 'EXPOSED'), /EXPOSED/],
    [
      'a stage that is not there',
      (text: string) => text.replaceAll('--from=builder', '--from=bulder'),
      /no stage "bulder"/,
    ],
    [
      'a file that is not there',
      (text: string) => text.replace('usr/src/app/dist ./dist', 'usr/src/app/dst ./dst'),
      /dist/,
    ],
    [
      'what the program needs',
      (text: string) => text.replace(/COPY --from=builder .*node_modules\n/, ''),
      /node_modules|package/,
    ],
  ])('%s is shown with its line', (_, change, problem) => {
    const { faults = [] } = edit(change)
    expect(faults.length).toBeGreaterThan(0)
    expect(faults.map((fault) => fault.problem).join(' ')).toMatch(problem)
    expect(faults[0]?.line).toBeGreaterThan(0)
  })
})
