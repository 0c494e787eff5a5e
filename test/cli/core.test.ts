import { expect, test } from 'vitest'
import type { CoreTask } from '../../src/cli/migrate/core/core-process.ts'
import { createCore } from '../../src/cli/migrate/core/create-core.ts'
import { type CoreProcess, deaf } from '../../src/cli/migrate/core/start-core.ts'
import { failed, type FileReport } from '../../src/report/file-report.ts'

const settings = {
  cwd: '/',
  context: undefined,
  only: undefined,
  skip: [],
  safe: false,
  paths: [],
  followLinks: false,
}

const unchanged = (path: string): FileReport => ({
  path,
  context: '.',
  result: { ...failed('unreadable', 'x'), reason: `done: ${path}` },
})

/** Processes that answer at once, but for files of some names. `started` counts them, `tasks` is what they were given. */
function fakeProcesses() {
  const tasks: CoreTask[] = []
  const alive = new Set<CoreProcess>()
  let started = 0
  const start = (): CoreProcess => {
    started++
    const core: CoreProcess = {
      send: (task) => {
        tasks.push(task)
        setImmediate(() => {
          core.listener.message('ready')
          for (const { path } of task.jobs) {
            if (!alive.has(core) || path === 'hangs') return
            if (path === 'crashes') {
              alive.delete(core)
              core.listener.end(failed('crashed', 'It ended.'))
              return
            }
            core.listener.message(
              path === 'slow'
                ? { path, context: undefined, result: failed('time-limit', 'Too long.') }
                : unchanged(path),
            )
          }
        })
      },
      kill: () => {
        alive.delete(core)
      },
      keep: () => undefined,
      listener: deaf,
    }
    alive.add(core)
    return core
  }
  return { start, tasks, alive, started: () => started }
}

async function migrate(
  paths: readonly string[],
  { processes = 1, timeoutPerFile = 10 } = {},
): Promise<{ readonly said: readonly string[]; readonly fake: ReturnType<typeof fakeProcesses> }> {
  const fake = fakeProcesses()
  const core = createCore(new AbortController().signal, fake.start)
  const said: string[] = []
  const jobs = paths.map((path) => ({ path }))
  for await (const { path, result } of core.migrateAll(
    { ...settings, timeoutPerFile },
    jobs,
    processes,
  ))
    said.push('code' in result && result.code !== 'unreadable' ? `${path} ${result.code}` : path)
  core.end()
  return { said, fake }
}

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

const many = (count: number) => Array.from({ length: count }, (_, i) => `f${i}`)

test.each([1, 3])(
  'reports come in the order of the files, with %i processes',
  async (processes) => {
    const { said, fake } = await migrate(many(200), { processes })
    expect(said).toEqual(many(200))
    expect(fake.started()).toBe(processes)
    expect(fake.alive.size).toBe(0)
  },
)

test.each(['crashes', 'slow'])('a file that %s costs itself alone', async (name) => {
  const paths = ['a', name, 'b', ...many(40), name, 'c']
  const { said, fake } = await migrate(paths)
  const code = name === 'slow' ? 'time-limit' : 'crashed'
  expect(said).toEqual(paths.map((path) => (path === name ? `${path} ${code}` : path)))
  expect(fake.started()).toBe(3)
})

test('a process that gives no sign is ended, and the others go on', async () => {
  const { said } = await migrate(['a', 'hangs', 'b'], { timeoutPerFile: 1 })
  expect(said).toEqual(['a', 'hangs time-limit', 'b'])
})

test('a process is used again, and told to read the disk anew', async () => {
  const fake = fakeProcesses()
  const core = createCore(new AbortController().signal, fake.start)
  core.prepare()
  for (const path of ['a', 'b'])
    for await (const report of core.migrateAll(settings, [{ path }], 1))
      expect(report.path).toBe(path)
  expect(fake.started()).toBe(1)
  expect(fake.tasks.map((task) => task.settings)).toEqual([settings, settings])
  core.end()
  expect(fake.alive.size).toBe(0)
})

test('a process that has nothing left to do is there for others, before all of its run is taken', async () => {
  const fake = fakeProcesses()
  const core = createCore(new AbortController().signal, fake.start)
  for await (const { path } of core.migrateAll(settings, [{ path: 'a' }], 1))
    expect(await all(core.migrateAll(settings, [{ path }], 1))).toHaveLength(1)
  expect(fake.started()).toBe(1)
  core.end()
  expect(fake.alive.size).toBe(0)
})

test('a process is told of a commit once, whatever other commit another one has', async () => {
  const fake = fakeProcesses()
  const core = createCore(new AbortController().signal, fake.start)
  const commit = () => ({ tree: { commit: 'c', entries: [] }, known: new Map() })
  const [one, other] = [commit(), commit()]
  const both = { one: { ...settings, commit: one }, other: { ...settings, commit: other } }
  await Promise.all([
    all(core.migrateAll(both.one, [{ path: 'a' }], 1)),
    all(core.migrateAll(both.other, [{ path: 'b' }], 1)),
  ])
  await all(core.migrateAll(both.other, [{ path: 'c' }], 1))
  await all(core.migrateAll(both.one, [{ path: 'd' }], 1))
  await all(core.migrateAll(settings, [{ path: 'e' }], 1))
  expect(fake.started()).toBe(2)
  const told = fake.tasks.map((task) => task.settings)
  expect(told).toEqual([both.one, both.other, undefined, undefined, settings])
  core.end()
})

test('an interrupt ends what is under way', async () => {
  const fake = fakeProcesses()
  const interrupt = new AbortController()
  const core = createCore(interrupt.signal, fake.start)
  const said: string[] = []
  setTimeout(() => {
    interrupt.abort()
  }, 20)
  for await (const { path } of core.migrateAll(settings, [{ path: 'a' }, { path: 'hangs' }], 1))
    said.push(path)
  expect(said).toEqual(['a'])
  expect(fake.alive.size).toBe(0)
})
