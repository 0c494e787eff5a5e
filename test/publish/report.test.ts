import { describe, expect, test } from 'vitest'
import { shownLine } from '../../src/report/paint.ts'
import { campaignCsv } from '../../src/publish/report/csv.ts'
import { campaignJson } from '../../src/publish/report/json.ts'
import { campaignReport } from '../../src/publish/report/schema.ts'
import { groups, standings, states } from '../../src/publish/report/standing.ts'
import { campaignTable } from '../../src/publish/report/table.ts'
import { hostile, oneOfEach, pull, surveyRow } from './campaign-rows.ts'

describe('text of others on one line', () => {
  test('line ends are a blank, what could rewrite the screen is seen', () => {
    expect(shownLine('a\r\nb\tc\u2028d')).toBe('a b c d')
    expect(shownLine('\u001b[31mred\u0007 \u009b1m \u202eabc\u2069 \u200ex')).toBe(
      '^[[31mred^G <9b>1m <202e>abc<2069> <200e>x',
    )
    expect(shownLine('déjà 日本 👍')).toBe('déjà 日本 👍')
  })
})

describe('states', () => {
  test('what needs a person comes first', () => {
    const all = standings(oneOfEach)
    expect(all.map(({ state }) => state)).toEqual(
      [...all.map(({ state }) => state)].sort((a, b) => states.indexOf(a) - states.indexOf(b)),
    )
    expect(all.slice(0, 6).every(({ group }) => group === 'needs-person')).toBe(true)
    expect(new Set(all.map(({ state }) => state))).toEqual(new Set(states))
    expect(new Set(all.map(({ group }) => group))).toEqual(new Set(groups))
  })

  test('a branch that a person works on stays theirs, whatever its checks say', () => {
    const [taken] = standings([
      surveyRow('x', 'left-to-person', { checks: 'failing', hasConflicts: true }),
    ])
    expect([taken?.state, taken?.why]).toEqual([
      'left-to-person',
      'It has conflicts. Its checks fail.',
    ])
  })
})

describe('table', () => {
  test('of 80 columns', () => {
    const text = campaignTable(oneOfEach, 80)
    expect(text).toBe(
      `Needs a person (6)
  conflicts       github.com/acme/shop  stuck
                  https://github.com/acme/shop/pull/5
                  Its checks fail.
  checks failing  github.com/acme/shop  failing
                  https://github.com/acme/shop/pull/4
  not the same    github.com/acme/shop  differs
                  GET / answered 500.
  failed          github.com/acme/shop  failed
                  github.com did not answer.
  left alone      github.com/acme/shop  taken
                  https://github.com/acme/shop/pull/6
                  A person has committed to its branch. It has conflicts.
  obsolete        github.com/acme/shop  obsolete
                  https://github.com/acme/shop/pull/9

In review (2)
  open  github.com/acme/shop  open
        https://github.com/acme/shop/pull/2
  open  github.com/acme/shop  running
        https://github.com/acme/shop/pull/3
        Its checks are running.

Not open (5)
  waiting    github.com/acme/shop  waiting
             It is not in the pilot.
  refused    github.com/acme/shop  refused
             onbuild: ONBUILD instructions run elsewhere.
  declined   github.com/acme/shop  declined
             https://github.com/acme/shop/pull/7
             A person closed it; --reopen opens another one.
  closed     github.com/acme/shop  closed
             https://github.com/acme/shop/pull/8
  unchanged  github.com/acme/shop  same

Done (1)
  merged  github.com/acme/shop  merged  https://github.com/acme/shop/pull/1

14 services: 2 open, 1 merged, 1 with conflicts, 1 with failing checks, 1 left
to a person, 1 obsolete, 1 declined, 1 closed, 5 not opened (1 not the same, 1
failed, 1 waiting, 1 refused, 1 unchanged).
Images of 2 services: 2.00 GB before, 200 MB after (10 %).
`,
    )
    expect(text.split('\n').every((line) => line.length <= 80)).toBe(true)
  })

  test('of 200 columns has a line for each', () => {
    const lines = campaignTable(oneOfEach, 200).split('\n')
    expect(lines).toContain(
      '  left alone      github.com/acme/shop  taken     https://github.com/acme/shop/pull/6  A person has committed to its branch. It has conflicts.',
    )
    expect(lines.filter((line) => line.startsWith('  '))).toHaveLength(oneOfEach.length)
  })

  test('addresses and names are never cut', () => {
    const long =
      'a-service-with-a-name/that-no-narrow-terminal/could-hold-on-one-of-its-lines-whatever-it-does'
    const url = `https://git.example.org/${'group/'.repeat(12)}shop/-/merge_requests/4711`
    const text = campaignTable([surveyRow(long, 'open', { pull: { number: 4711, url } })], 80)
    expect(text).toContain(`${long}\n`)
    expect(text).toContain(`${url}\n`)
  })

  test('numbers are grouped, and add up', () => {
    const many = [
      ...Array.from({ length: 1410 }, (_, i) => surveyRow(`a${i}`, 'open', { pull: pull(i) })),
      ...Array.from({ length: 200 }, (_, i) => surveyRow(`b${i}`, 'refused')),
    ]
    expect(campaignTable(many)).toContain(
      '1,610 services: 1,410 open, 200 not opened (200 refused).\n',
    )
    expect(campaignTable([surveyRow('a', 'merged')])).toContain('1 service: 1 merged.\n')
  })

  test('where there is nothing it says so', () => {
    expect(campaignTable([])).toBe(
      'No services: no pull request of msb-migrate was found, and no campaign that knows of one.\n',
    )
  })

  test('names of others write no lines of their own', () => {
    const text = campaignTable(
      [surveyRow(hostile, 'failed', { reason: hostile, repository: hostile })],
      300,
    )
    expect(text).not.toMatch(/[\u001b\u202e]/)
    expect(text.split('\n')).toHaveLength(5)
  })
})

describe('csv', () => {
  /** https://www.rfc-editor.org/rfc/rfc4180#section-2 */
  function readCsv(text: string): readonly (readonly string[])[] {
    const rows: string[][] = [[]]
    for (const [, quoted, plain, end] of text.matchAll(
      /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
    )) {
      rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
      if (end === '\r\n') rows.push([])
    }
    return rows.slice(0, -1)
  }

  test('has a header and a line for each service', () => {
    const rows = readCsv(campaignCsv(oneOfEach))
    expect(rows).toHaveLength(oneOfEach.length + 1)
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([16]))
    const [header, first] = rows
    expect(Object.fromEntries((header ?? []).map((name, i) => [name, first?.[i]]))).toEqual({
      repository: 'github.com/acme/shop',
      service: 'stuck/Dockerfile',
      title: 'stuck',
      state: 'conflicts',
      status: 'open',
      code: '',
      reason: '',
      pull_number: '5',
      pull_url: 'https://github.com/acme/shop/pull/5',
      branch: 'msb-migrate/stuck',
      checks: 'failing',
      conflicts: 'yes',
      verdict: '',
      bytes_before: '',
      bytes_after: '',
      ecosystem: '',
    })
    expect(campaignCsv([])).toMatch(/^repository,service,[a-z_,]+\r\n$/)
  })

  test('quotes, and lets no text be a formula', () => {
    const text = campaignCsv([
      surveyRow(hostile, 'failed', { reason: '-2+3, "x"' }),
      surveyRow('@sum(a1)', 'failed', { reason: 'a; --b stays' }),
      surveyRow(' \uff1d1', 'failed', { reason: '+1' }),
    ])
    const rows = readCsv(text)
    expect(rows.slice(1).map((row) => [row[2], row[6]])).toEqual([
      [`' \uff1d1`, `'+1`],
      [`'=1+1;'=2</td><script>alert(1)</script>"'&<202e>^[[2J x`, `'-2+3, "x"`],
      [`'@sum(a1)`, 'a; --b stays'],
    ])
    expect(text.split('\r\n')).toHaveLength(5)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })
})

describe('json', () => {
  test.each([
    ['each state', oneOfEach],
    ['nothing', []],
    [
      'hostile text',
      [surveyRow(hostile, 'open', { pull: { number: 0, url: '' }, checks: 'none' })],
    ],
  ])('is as its schema says: %s', (_, rows) => {
    const report = campaignReport.parse(JSON.parse(campaignJson(rows)))
    expect(report.summary.services).toBe(rows.length)
    expect(report.services).toHaveLength(rows.length)
    expect(Object.values(report.summary.states).reduce((sum, count) => sum + count, 0)).toBe(
      rows.length,
    )
  })

  test('has everything that is known', () => {
    const row = surveyRow('api', 'open', {
      pull: pull(5),
      checks: 'failing',
      sizes: { before: 3, after: 2 },
      ecosystem: 'go',
      verdict: 'same',
      content: 'abc',
    })
    expect(JSON.parse(campaignJson([row]))).toEqual({
      version: 1,
      summary: {
        services: 1,
        repositories: 1,
        states: { 'checks-failing': 1 },
        images: { services: 1, before: 3, after: 2 },
      },
      services: [
        {
          repository: 'github.com/acme/shop',
          key: 'api/Dockerfile',
          title: 'api',
          branch: 'msb-migrate/api',
          state: 'checks-failing',
          status: 'open',
          ecosystem: 'go',
          pull: {
            number: 5,
            url: 'https://github.com/acme/shop/pull/5',
            checks: 'failing',
            conflicts: false,
          },
          sizes: { before: 3, after: 2 },
          verdict: 'same',
        },
      ],
    })
  })
})
