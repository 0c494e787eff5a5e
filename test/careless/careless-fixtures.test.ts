import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { factsOfText } from '../../src/facts/facts.ts'
import type { Project } from '../../src/project/project.ts'
import { fixtureProject, listFixtures, type Fixture } from '../fixture.ts'
import { finalStage } from './judge.ts'
import { withPromises } from './run.ts'

// A careless answer to a fixture has what the expected output takes from its builder and what it installs, and no user where that stays
// root, or it is refused. So many are not seen yet, by ecosystem, with room for new fixtures; otherwise the numbers may only fall.
const ceilings = { go: 14, node: 34, php: 11, python: 4, 'static-frontend': 1 }

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
  const project = fixtureProject(fixture)
  const outcome = withPromises(fixture.input, project)
  if (outcome.outcome !== 'migrated') return []
  const output = readFileSync(file, 'utf8')
  const expected = finalStage(output)
  const made = finalStage(outcome.after)
  // The author's server is replaced there: what it installs and whose user it runs as is another matter.
  const isReplaced = group === 'static-frontend'
  const user = !isReplaced && isRoot(expected.user) && !isRoot(made.user) ? ['runs as a user'] : []
  // A file that keeps its stage has what it makes.
  if ([output, outcome.after].some(hasOneStage)) return user
  // A folder that is made there and given away does as well as one that comes along.
  const holds = (wanted: string) =>
    made.held.some(({ target }) => isIn(wanted, target)) ||
    made.given.includes(wanted) ||
    // Extensions that are built once more.
    (/^\/usr\/local\/(lib|etc)\/php\//.test(wanted) &&
      made.lines.some((line) =>
        /docker-php-ext-(install|enable)|install-php-extensions/.test(line),
      ))
  const taken = expected.lines
    .filter((line) => /^COPY .*--from=/.test(line))
    .flatMap((line) =>
      line
        .split(/\s+/)
        .slice(1, -1)
        .filter((word) => !word.startsWith('--')),
    )
  const faults = taken
    .filter((from) => !holds(from) && !filesAt(from, fixture.input, project).every(holds))
    .map((from) => `lacks ${from}`)
  if (isReplaced) return faults
  const { contextPath } = factsOfText(fixture.input, project) ?? { contextPath: () => '' }
  const targets = expected.held.filter(
    ({ target, isFromStage }) =>
      // Of a folder's COPY it is not read whether it goes into a folder.
      (isFromStage || contextPath(target) !== undefined) &&
      !holds(target) &&
      !made.held.some((other) => isIn(other.target, target)),
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
    ...user,
  ]
}

const hasOneStage = (text: string) => text.match(/^FROM /gim)?.length === 1

const isIn = (file: string, folder: string) =>
  file === folder || file.startsWith(folder === '/' ? '/' : `${folder}/`)

const isRoot = (user: string | undefined) => user === undefined || /^(root|0)(:|$)/.test(user)

/** The files of the context that stand at a path of the author's image; the path itself where there are none. */
function filesAt(path: string, input: string, project: Project): readonly string[] {
  const source = factsOfText(input, project)?.contextPath(path)
  const files = source === undefined ? [] : project.files(source)
  return files.length === 0 ? [path] : files.map((file) => path + file.slice(source?.length))
}

const installedIn = (lines: readonly string[]) =>
  lines
    .filter((line) => line.startsWith('RUN '))
    .flatMap((line) => [...line.matchAll(/(?:apt-get|apk) (?:-\S+ )*(?:install|add) ([^&;]+)/g)])
    .flatMap(([, words = '']) => words.split(/\s+/).filter((word) => /^[a-z]/.test(word)))
