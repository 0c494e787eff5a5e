import { expect, it } from 'vitest'
import { fewAtOnce } from '../../src/publish/at-once.ts'
import { type MigrateJobs, virtualRoot } from '../../src/publish/sources/migrate-round.ts'
import { migrateTree } from '../../src/publish/sources/migrate-tree.ts'
import type { TreeSource } from '../../src/publish/sources/tree.ts'
import { failed } from '../../src/report/file-report.ts'
import { migratedFrom } from '../cli/fake-core.ts'

/** A commit of files whose object id is their path. */
const commitOf = (...paths: readonly string[]): TreeSource => ({
  tree: () =>
    Promise.resolve({
      commit: 'c',
      entries: paths.map((path) => ({ path, id: path, mode: '100644', size: 1 })),
    }),
  blobs: (entries) =>
    Promise.resolve(new Map(entries.map(({ id }) => [id, Buffer.from('FROM big\n')]))),
  close: () => Promise.resolve(),
})

/** Each Dockerfile needs a file beside it; what is called `bad` ends the process that reads it. */
const asked: string[] = []
const migrate: MigrateJobs = async function* ({ tree, known }, jobs) {
  for (const { path, bytes, written } of jobs) {
    asked.push([path, ...written.keys()].join(' < '))
    if (path.startsWith('bad'))
      yield { path, context: undefined, result: failed('crashed', 'It ended.') }
    else {
      const lacks = tree.entries.filter(({ id }) => id === `${path}.json` && !known.has(id))
      const result = migratedFrom(Buffer.from(bytes).toString())
      yield await Promise.resolve({ path, context: '.', result, missing: lacks })
    }
  }
}

it('a file that crashes costs itself alone, and is not tried again', async () => {
  asked.length = 0
  const groups = [['bad', 'b'], ['c']]
  const reports = await migrateTree(commitOf('bad', 'b', 'b.json', 'c'), groups, migrate)
  expect(reports.map((group) => group.map(({ result }) => result.outcome))).toEqual([
    ['failed', 'migrated'],
    ['migrated'],
  ])
  expect(asked).toEqual(['bad', 'c', 'b', 'b'])
  expect(reports.flat().every((report) => !('missing' in report))).toBe(true)
})

it('of a group, each is migrated as if those before it were written', async () => {
  asked.length = 0
  await migrateTree(commitOf('a', 'b'), [['a', 'b']], migrate)
  expect(asked).toEqual(['a', `b < ${virtualRoot}/a`])
})

it('an interrupt is no answer', async () => {
  const none: MigrateJobs = async function* () {
    // Nothing comes.
  }
  await expect(migrateTree(commitOf('a'), [['a']], none)).rejects.toMatchObject({
    problem: 'interrupted',
  })
})

it('no more are under way than there may be, and all get their turn', async () => {
  let now = 0
  let most = 0
  const work = fewAtOnce(2, async function* (n: number) {
    most = Math.max(most, ++now)
    await new Promise((resolve) => setTimeout(resolve, 1))
    try {
      yield n
    } finally {
      now--
    }
  })
  const take = async (n: number): Promise<number> => {
    for await (const each of work(n)) return each
    return -1
  }
  expect(await Promise.all([1, 2, 3, 4, 5].map(take))).toEqual([1, 2, 3, 4, 5])
  expect(most).toBe(2)
})
