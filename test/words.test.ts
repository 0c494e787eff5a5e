import { describe, expect, test } from 'vitest'
import { gatherFacts } from '../src/facts/facts.ts'
import { installedPackages } from '../src/facts/installed-packages.ts'
import { isParseFailure, parseDockerfile } from '../src/dockerfile/parse/parse.ts'
import type { Change } from '../src/plan/change.ts'
import type { Migrated } from '../src/plan/outcome.ts'
import type { Project } from '../src/project/project.ts'
import { fixtureProject, listFixtures, migrateFixture } from './fixture.ts'

/** What a change says that is not so in its file. */
function untrue(change: Change, outcome: Migrated, project: Project): readonly string[] {
  return [
    ...(change.why === '' ? ['nothing is said'] : []),
    ...change.evidence.flatMap(({ path, line, text }) => {
      if (line === undefined) return []
      const found = linesOf(path, outcome, project)?.[line - 1]
      return found !== undefined && saysTheSame(found, text)
        ? []
        : [`${path}:${line} is not \`${text}\``]
    }),
    ...placesIn(textOf(change)).flatMap(({ path, line }) =>
      (linesOf(path, outcome, project)?.length ?? 0) >= line ? [] : [`${path} has no line ${line}`],
    ),
    ...(change.rule === 'split-stages' ? untrueOfSplit(change, outcome, project) : []),
  ]
}

function untrueOfSplit(
  { why }: Change,
  { before, after }: Migrated,
  project: Project,
): readonly string[] {
  const [old, made] = [before, after].map((text) => {
    const dockerfile = parseDockerfile(text)
    if (isParseFailure(dockerfile)) throw new Error(dockerfile.reason)
    return gatherFacts(dockerfile, project)
  })
  if (old === undefined || made === undefined) return []
  const said = new Set(
    /stays behind: ([^.]*(?:\.\w[^.]*)*)\.(?: |$)/.exec(why)?.[1]?.split(/, | and /) ?? [],
  )
  const { base, commands, copies } = made.final
  const here = installedPackages(commands).map(({ name }) => name)
  const isSame = base.reference.text === old.final.base.reference.text
  const takesPackages = copies.some(({ from, sources }) =>
    from === undefined ? false : sources.some((path) => /(^|\/)node_modules\/?$/.test(path)),
  )
  const wrong = [
    ...here.filter((name) => said.has(name)),
    ...(isSame ? [...said].filter((what) => /toolchain$|^the compilers and /.test(what)) : []),
    ...(takesPackages ? [...said].filter((what) => what === 'node_modules') : []),
    ...(/dev (dependencies|packages) (come along|stay:)/.test(why)
      ? [...said].filter((what) => /^the dev /.test(what))
      : []),
  ]
  return wrong.map((what) => `${what} does not stay behind`)
}

const textOf = ({ title, why, assumption = '' }: Change) => `${title} ${why} ${assumption}`

/** 'src/server.js:12' in a sentence. */
const placesIn = (text: string) =>
  [...text.matchAll(/(?:^|[\s(])([\w@./-]+\.\w+|Dockerfile|Makefile|Procfile):(\d+)\b/g)].map(
    ([, path = '', line]) => ({ path, line: Number(line) }),
  )

function linesOf(path: string, { before }: Migrated, project: Project) {
  const isNamedSo = path.split('/').at(-1)?.includes('ockerfile') === true
  const other = isNamedSo && !path.includes('/') ? undefined : project.read(path)
  const text = other ?? (isNamedSo ? before : undefined)
  return text?.split(/\r?\n/)
}

/** A text of several lines begins on its own. */
const saysTheSame = (line: string, said: string) =>
  squeezed(line).includes(squeezed(said.split('\n', 1)[0] ?? ''))

const squeezed = (text: string) =>
  text
    .replace(/\\\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()

describe('each sentence of a migration is so', () => {
  for (const fixture of listFixtures())
    test(fixture.name, () => {
      const outcome = migrateFixture(fixture)
      if (outcome.outcome !== 'migrated') return
      const project = fixtureProject(fixture)
      expect(outcome.changes.flatMap((change) => untrue(change, outcome, project))).toEqual([])
    })
})
