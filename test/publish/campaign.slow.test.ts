import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { runCampaign } from '../../src/publish/campaign/run-campaign.ts'
import type { ServiceRecord } from '../../src/publish/campaign/record.ts'
import type { Campaign, CampaignChoice } from '../../src/publish/campaign/settings.ts'
import { emptyState, type State } from '../../src/publish/campaign/state.ts'
import { virtualRoot } from '../../src/publish/sources/migrate-round.ts'
import { openSource } from '../../src/publish/sources/open-source.ts'
import { migrateHere } from '../../src/cli/migrate/core/migrate-all.ts'
import { memoryForge, type MemoryForge, writes } from './memory-forge.ts'

const service = (name: string): Record<string, string> => ({
  [`${name}/Dockerfile`]:
    'FROM golang:1.22\nWORKDIR /app\nCOPY . .\nRUN go build -o server .\nCMD ["./server"]\n',
  [`${name}/go.mod`]: 'module example.org/shop\n\ngo 1.22\n',
  [`${name}/main.go`]: 'package main\n\nfunc main() {}\n',
})
const shop: Readonly<Record<string, string>> = {
  ...service('services/api'),
  ...service('services/jobs'),
  'tools/Dockerfile': 'FROM scratch\n',
}
const branch = 'msb-migrate/services--api'

interface Ran {
  readonly records: ReadonlyMap<string, ServiceRecord>
  readonly calls: readonly string[]
}

async function run(
  world: MemoryForge,
  choice: Partial<CampaignChoice> = {},
  state: State = emptyState(),
): Promise<Ran> {
  const records = new Map<string, ServiceRecord>()
  world.calls.length = 0
  const campaign: Campaign = {
    choice: {
      grouping: 'service',
      branchPrefix: 'msb-migrate/',
      base: undefined,
      isDraft: false,
      labels: [],
      assignees: [],
      reviewers: [],
      teamReviewers: [],
      fork: false,
      maxOpen: undefined,
      pilot: undefined,
      reopen: false,
      shard: undefined,
      mode: 'run',
      titleTemplate: undefined,
      bodyTemplate: undefined,
      accept: [],
      ...choice,
    },
    forge: world.forge,
    state,
    settings: 'test',
    version: '0.0.0',
    migrate: (commit, jobs) =>
      migrateHere(
        {
          ...{ cwd: virtualRoot, context: undefined, only: undefined, skip: [], safe: false },
          ...{ paths: [], followLinks: false, commit },
        },
        jobs,
        1,
      ),
    openSource: (repository, commit) =>
      openSource(world.forge, repository, commit, {
        git: { run: () => Promise.reject(new Error('no git')) },
        temporary: '/nowhere',
      }),
    isWanted: () => true,
    verify: undefined,
    rehearse: undefined,
    interrupt: new AbortController().signal,
    counts: { open: 0, opened: 0, elsewhere: new Map() },
    seen: (event) => {
      if (event.kind === 'service') records.set(event.record.key, event.record)
    },
  }
  await runCampaign(campaign, [world.repository], 1)
  return { records, calls: [...world.calls] }
}

const statusOf = (ran: Ran, key = 'services/api/Dockerfile'): string | undefined =>
  ran.records.get(key)?.status
const written = (ran: Ran): readonly string[] => ran.calls.filter((call) => writes.has(call))

describe('a campaign', () => {
  test('opens one pull request for each service that would change, and says why others have none', async () => {
    const world = memoryForge(shop)
    const ran = await run(world)
    expect(world.pulls.map((pull) => [pull.branch, pull.state])).toEqual([
      [branch, 'open'],
      ['msb-migrate/services--jobs', 'open'],
    ])
    expect(world.textAt(branch, 'services/api/Dockerfile')).toContain('FROM golang:1.22 AS builder')
    expect(world.textAt(branch, 'services/jobs/Dockerfile')).toBe(shop['services/jobs/Dockerfile'])
    expect(ran.records.get('tools/Dockerfile')).toMatchObject({
      status: 'unchanged',
      code: 'nothing-to-leave-behind',
    })
  })

  test('writes nothing the second time, with its state or without, and asks for little', async () => {
    const world = memoryForge(shop)
    const state = emptyState()
    await run(world, {}, state)
    const again = await run(world, {}, state)
    expect(again.calls).toEqual(['head', 'pulls'])
    expect(statusOf(again)).toBe('open')
    const lost = await run(world)
    expect(written(lost)).toEqual([])
    expect(statusOf(lost)).toBe('open')
  })

  test('leaves a branch alone that a person has committed to', async () => {
    const world = memoryForge(shop)
    await run(world)
    const own = world.personCommits(branch, { 'services/api/Dockerfile': 'FROM scratch\n' })
    world.personCommits('main', {
      'services/api/Dockerfile': `${shop['services/api/Dockerfile']}EXPOSE 80\n`,
    })
    const ran = await run(world)
    expect(statusOf(ran)).toBe('left-to-person')
    expect(world.pulls[0]).toMatchObject({ head: own, state: 'open' })
    expect(written(ran)).toEqual([])
  })

  test('rebuilds its own where the file has changed on the base, and only then', async () => {
    const world = memoryForge(shop)
    await run(world)
    const before = world.pulls[0]?.head
    world.personCommits('main', { 'README.md': 'Hello\n' })
    expect(written(await run(world))).toEqual([])
    expect(world.pulls[0]?.head).toBe(before)
    world.personCommits('main', {
      'services/api/Dockerfile': `${shop['services/api/Dockerfile']}EXPOSE 80\n`,
    })
    expect(written(await run(world))).toEqual(['push', 'update'])
    expect(world.textAt(branch, 'services/api/Dockerfile')).toContain('EXPOSE 80')
    expect(written(await run(world))).toEqual([])
    expect(world.pulls).toHaveLength(2)
  })

  test('never reopens what a person closed, unless it is asked to', async () => {
    const world = memoryForge(shop)
    await run(world)
    world.personEnds(1, 'closed')
    const ran = await run(world)
    expect(statusOf(ran)).toBe('declined')
    expect(written(ran)).toEqual([])
    await run(world, { reopen: true })
    expect(world.pulls.map(({ number, state }) => [number, state])).toEqual([
      [1, 'closed'],
      [2, 'open'],
      [3, 'open'],
    ])
  })

  test('is done with what was merged', async () => {
    const world = memoryForge(shop)
    await run(world)
    world.personEnds(1, 'merged')
    const ran = await run(world)
    expect(statusOf(ran)).toBe('merged')
    expect(written(ran)).toEqual([])
  })

  test('closes by sync what has nothing to change any more, and opens nothing there', async () => {
    const world = memoryForge(shop)
    await run(world)
    world.personCommits('main', { 'services/api/Dockerfile': 'FROM scratch\n' })
    expect(statusOf(await run(world))).toBe('obsolete')
    expect(world.pulls[0]?.state).toBe('open')
    expect(statusOf(await run(world, { mode: 'sync' }))).toBe('closed')
    expect(world.pulls[0]?.state).toBe('closed')
    // Closed by the program: when there is something to do again, it is opened again.
    world.personCommits('main', {
      'services/api/Dockerfile': shop['services/api/Dockerfile'] ?? '',
    })
    expect(statusOf(await run(world, { mode: 'sync' }))).toBe('waiting')
    expect(statusOf(await run(world))).toBe('open')
    expect(world.pulls).toHaveLength(3)
  })

  test("takes a commit below ours, and a pull request that a person has opened or rewritten, as a person's", async () => {
    const world = memoryForge(shop)
    await run(world)
    world.putBelow(branch, { 'services/api/NOTES': 'By hand\n' })
    world.personCommits('main', {
      'services/api/Dockerfile': `${shop['services/api/Dockerfile']}EXPOSE 80\n`,
    })
    const below = await run(world)
    expect(statusOf(below)).toBe('left-to-person')
    expect(world.textAt(branch, 'services/api/NOTES')).toBe('By hand\n')
    world.rewrite(2, 'My own words')
    const rewritten = await run(world)
    expect(statusOf(rewritten, 'services/jobs/Dockerfile')).toBe('left-to-person')
    expect(world.pulls[1]?.body).toBe('My own words')
    expect(written(rewritten)).toEqual([])
  })

  test('sees that a service is gone', async () => {
    const world = memoryForge(shop)
    await run(world)
    world.personRemoves('services/api/Dockerfile')
    expect(statusOf(await run(world))).toBe('obsolete')
    expect(statusOf(await run(world, { mode: 'sync' }))).toBe('closed')
    expect(world.pulls.map(({ state }) => state)).toEqual(['closed', 'open'])
    expect(written(await run(world))).toEqual([])
  })

  test('stops at --max-open and --pilot', async () => {
    const world = memoryForge(shop)
    await run(world, { pilot: 1 })
    expect(world.pulls).toHaveLength(1)
    const full = await run(world, { maxOpen: 1 })
    expect(world.pulls).toHaveLength(1)
    expect(statusOf(full, 'services/jobs/Dockerfile')).toBe('waiting')
    await run(world, { maxOpen: 2 })
    expect(world.pulls).toHaveLength(2)
  })

  test('groups by repository: one branch with all files', async () => {
    const world = memoryForge(shop)
    await run(world, { grouping: 'repo' })
    expect(world.pulls).toHaveLength(1)
    const [pull] = world.pulls
    for (const name of ['api', 'jobs'])
      expect(world.textAt(pull?.branch ?? '', `services/${name}/Dockerfile`)).toContain(
        'AS builder',
      )
  })
})

describe('killed at any moment and begun again', () => {
  class Killed extends Error {}
  /** Ends the run at its n-th call: before it reaches the host, or after it did its work there. */
  const killAt = (world: MemoryForge, n: number, when: 'before' | 'after'): void => {
    let calls = 0
    world.hook = (_, at) => {
      if (at === when && calls++ >= n) throw new Killed()
    }
  }
  const runKilled = async (
    world: MemoryForge,
    n: number,
    when: 'before' | 'after',
    state: State,
  ): Promise<void> => {
    killAt(world, n, when)
    await run(world, {}, state).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error
    })
    world.hook = () => undefined
  }

  test('comes to exactly one pull request for each service, and loses no commit of a person', async () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('kill' as const),
        n: fc.nat(14),
        when: fc.constantFrom('before' as const, 'after' as const),
        forget: fc.boolean(),
      }),
      fc.record({ kind: fc.constant('base' as const), line: fc.nat(3) }),
      fc.record({ kind: fc.constant('person' as const), text: fc.nat(3) }),
      fc.record({
        kind: fc.constant('end' as const),
        number: fc.integer({ min: 1, max: 3 }),
        state: fc.constantFrom('closed' as const, 'merged' as const),
      }),
      fc.record({ kind: fc.constant('sync' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const world = memoryForge(shop)
        let state = emptyState()
        const ended = new Map<number, string>()
        for (const each of steps) {
          switch (each.kind) {
            case 'kill':
              await runKilled(world, each.n, each.when, state)
              if (each.forget) state = emptyState()
              break
            case 'base':
              world.personCommits('main', {
                'services/api/Dockerfile': `${shop['services/api/Dockerfile']}EXPOSE ${each.line}\n`,
              })
              break
            case 'person':
              if (world.textAt(branch, 'services/api/Dockerfile') !== undefined)
                world.personCommits(branch, { 'services/api/NOTES': String(each.text) })
              break
            case 'end': {
              const pull = world.pulls.find(({ number }) => number === each.number)
              if (pull?.state !== 'open') break
              world.personEnds(each.number, each.state)
              world.personHeads.delete(pull.branch)
              ended.set(each.number, each.state)
              break
            }
            case 'sync':
              await run(world, { mode: 'sync' }, state)
          }
        }
        await run(world, {}, state)
        const last = await run(world, {}, state)
        expect(written(last)).toEqual([])
        for (const name of ['api', 'jobs']) {
          const own = world.pulls.filter((pull) => pull.branch.endsWith(`services--${name}`))
          // A person may have taken the branch before it had a pull request.
          if (!world.personHeads.has(`msb-migrate/services--${name}`))
            expect(own.length).toBeGreaterThan(0)
          expect(own.filter(({ state }) => state === 'open').length).toBeLessThanOrEqual(1)
          // Each is open, or a person ended it; none is opened again after that.
          const byPerson = own.filter(({ number }) => ended.has(number))
          expect(
            own.filter(({ state }) => state === 'open').length + byPerson.length,
          ).toBeLessThanOrEqual(1)
        }
        for (const [at, sha] of world.personHeads)
          expect(world.textAt(at, 'services/api/NOTES'), `${at} ${sha}`).toBeDefined()
        for (const [number, how] of ended)
          expect(world.pulls.find((pull) => pull.number === number)?.state).toBe(how)
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})
