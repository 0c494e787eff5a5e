import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { fixtureProject, listFixtures, type Fixture } from '../fixture.ts'
import { finalStage } from './judge.ts'
import { withPromises } from './run.ts'

// A careless answer to a fixture has what the expected output takes from its builder and what it installs, and no user where that stays
// root, or it is refused. So many are not seen yet, by ecosystem, with room for new fixtures; otherwise the numbers may only fall.
const ceilings = { go: 14, node: 40, php: 73, 'static-frontend': 20 }

for (const [group, ceiling] of Object.entries(ceilings))
  test(`fixtures of ${group}`, { timeout: 120_000 }, () => {
    const lost = listFixtures()
      .filter(({ name }) => name.startsWith(`${group}/`))
      .flatMap((fixture) => {
        const faults = faultsOf(fixture, group)
        return faults.length === 0 ? [] : [`${fixture.name}: ${faults.join('; ')}`]
      })
    expect(lost.length, lost.join('\n')).toBeLessThanOrEqual(ceiling)
  })

function faultsOf(fixture: Fixture, group: string): readonly string[] {
  const file = path.join(fixture.folder, 'output.Dockerfile')
  if (!existsSync(file)) return []
  const outcome = withPromises(fixture.input, fixtureProject(fixture))
  if (outcome.outcome !== 'migrated') return []
  const expected = finalStage(readFileSync(file, 'utf8'))
  const made = finalStage(outcome.after)
  // A folder that is made there and given away does as well as one that comes along.
  const holds = (wanted: string) =>
    made.held.some(({ target }) => isIn(wanted, target)) || made.given.includes(wanted)
  const taken = expected.lines
    .filter((line) => /^COPY .*--from=/.test(line))
    .flatMap((line) =>
      line
        .split(/\s+/)
        .slice(1, -1)
        .filter((word) => !word.startsWith('--')),
    )
  const faults = taken.filter((from) => !holds(from)).map((from) => `lacks ${from}`)
  // The author's server is replaced there: what it installs and whose user it runs as is another matter.
  if (group === 'static-frontend') return faults
  const targets = expected.held.filter(
    ({ target }) => !holds(target) && !made.held.some((other) => isIn(other.target, target)),
  )
  const installed = installedIn(made.lines)
  const packages =
    expected.image === made.image
      ? installedIn(expected.lines).filter((name) => !installed.includes(name))
      : []
  return [
    ...faults,
    ...targets.map(({ target }) => `has nothing at ${target}`),
    ...packages.map((name) => `does not install ${name}`),
    ...(isRoot(expected.user) && !isRoot(made.user) ? ['runs as a user'] : []),
  ]
}

const isIn = (file: string, folder: string) =>
  file === folder || file.startsWith(folder === '/' ? '/' : `${folder}/`)

const isRoot = (user: string | undefined) => user === undefined || /^(root|0)(:|$)/.test(user)

function installedIn(lines: readonly string[]): readonly string[] {
  return lines
    .filter((line) => /^RUN.*(apt-get install|apk add)/.test(line))
    .flatMap((line) =>
      [...line.matchAll(/(?:apt-get|apk) (?:-\S+ )*(?:install|add) ([^&;]+)/g)].flatMap(
        ([, words = '']) => words.split(/\s+/).filter((word) => /^[a-z]/.test(word)),
      ),
    )
}
