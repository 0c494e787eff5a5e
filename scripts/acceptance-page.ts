import { covered, type Judged } from './judge.ts'

/** Codes of files that a split can't pay for, by the reason why. What is not named here counts as a file that should be split. */
const groups = {
  'development images': [
    'development-image',
    'test-image',
    'compose-mounts-source',
    'start-needs-dev-dependency',
  ],
  'nothing to leave behind': ['nothing-to-leave-behind', 'nothing-to-improve', 'needs-review'],
  'no program of its own': ['no-start-command', 'onbuild'],
} as const

type Group = keyof typeof groups
const groupNames: readonly Group[] = [
  'development images',
  'nothing to leave behind',
  'no program of its own',
]

/** bench/acceptance.md: how many files of the corpus are split, and why the others are not. */
export function acceptancePage(
  applications: readonly Judged[],
  conversions: readonly Judged[],
): string {
  const sections = [
    `# What comes of real files

Made by \`npm run acceptance\` with the judges of the shared material (\`accept.mjs\`, \`gold.mjs\`).

## Application files with one stage

A split pays where there is something to leave behind: a compiler, build tools, dev dependencies or a heavier base. It can't pay for
${groupNames.map((name) => `${name} (${groups[name].map((code) => `\`${code}\``).join(', ')})`).join('; ')}.
Every other file counts as one that should be split, files that Docker does not build today included.`,
    applicationTable(applications),
    `### Codes`,
    codeTable(applications.filter(({ outcome }) => outcome !== 'split')),
    `## Beside the maintainers

Files before the commit in which people made several stages of one.`,
    conversionTable(conversions),
    `### Not migrated`,
    table(
      ['file', 'ecosystem', 'outcome', 'code', 'reason (its beginning)'],
      conversions
        .filter(({ outcome }) => outcome !== 'migrated')
        .map(({ id, ecosystem, outcome, code, reason }) => [
          id,
          ecosystem,
          outcome,
          `\`${code}\``,
          reason.replaceAll('|', '\\|').replaceAll('<', '&lt;'),
        ]),
    ),
  ]
  return sections.join('\n\n') + '\n'
}

/** 'split 61 of 90 (67.8 %) where it pays' */
export function shareOfSplits(applications: readonly Judged[]): string {
  const paying = applications.filter((file) => groupOf(file) === undefined)
  return share(count(paying, 'split'), paying.length)
}

export function shareOfConversions(conversions: readonly Judged[]): string {
  return share(count(conversions, 'migrated'), conversions.length)
}

function applicationTable(files: readonly Judged[]): string {
  const row = (name: string, all: readonly Judged[]) => {
    const paying = all.filter((file) => groupOf(file) === undefined)
    const split = count(all, 'split')
    return [
      name,
      all.length,
      split,
      ...groupNames.map((group) => all.filter((file) => groupOf(file) === group).length),
      paying.length - split,
      percent(split, all.length),
      percent(split, paying.length),
    ]
  }
  return table(
    ['ecosystem', 'files', 'split', ...groupNames, 'other', 'split of all', 'split where it pays'],
    [...byEcosystem(files).map(([name, all]) => row(name, all)), row('all', files)],
  )
}

function conversionTable(files: readonly Judged[]): string {
  const row = (name: string, all: readonly Judged[]) => [
    name,
    all.length,
    ...['migrated', 'unchanged', 'refused', 'failed'].map((outcome) => count(all, outcome)),
    percent(count(all, 'migrated'), all.length),
  ]
  return table(
    ['ecosystem', 'files', 'migrated', 'unchanged', 'refused', 'failed', 'migrated of all'],
    [...byEcosystem(files).map(([name, all]) => row(name, all)), row('all', files)],
  )
}

function codeTable(files: readonly Judged[]): string {
  const names = new Set(files.map(codeOf))
  const rows = [...names]
    .map((name) => [name, files.filter((file) => codeOf(file) === name)] as const)
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
  return table(
    ['outcome', 'files', ...covered, 'counted as'],
    rows.map(([name, all]) => [
      name,
      all.length,
      ...covered.map((ecosystem) => all.filter((file) => file.ecosystem === ecosystem).length),
      (all[0] === undefined ? undefined : groupOf(all[0])) ?? 'should be split',
    ]),
  )
}

const codeOf = ({ outcome, code }: Judged) => `${outcome} \`${code}\``

function groupOf({ code }: Judged): Group | undefined {
  return groupNames.find((group) => groups[group].some((name) => name === code))
}

function byEcosystem(files: readonly Judged[]): readonly (readonly [string, readonly Judged[]])[] {
  return covered.map((name) => [name, files.filter(({ ecosystem }) => ecosystem === name)] as const)
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

const count = (files: readonly Judged[], outcome: string) =>
  files.filter((file) => file.outcome === outcome).length
const percent = (part: number, all: number) =>
  all === 0 ? '' : `${((100 * part) / all).toFixed(1)} %`
const share = (part: number, all: number) => `${part} of ${all} (${percent(part, all)})`
