import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type {
  BranchChange,
  FileChange,
  Forge,
  Pull,
  PullDraft,
  Repository,
} from '../../src/publish/forge.ts'
import { ForgeError, type ForgeProblem } from '../../src/publish/forge-error.ts'
import type { TreeEntry } from '../../src/publish/sources/tree.ts'
import type { ForgeWorld } from './forge-world.ts'

/** A world with what only some hosts have. What it lacks, `without` explains. */
export interface ContractWorld extends ForgeWorld {
  /** The forge's own: must be nowhere but in the Authorization header. */
  readonly token: string
  /** The same host, asked with a token that it does not know. */
  readonly stranger: Forge
  /** Makes a repository read-only. */
  readonly archive?: (repository: Repository) => Promise<void>
  /** A commit on `main` that adds a symbolic link. */
  readonly link?: (repository: Repository, path: string, target: string) => Promise<unknown>
  /** The comments of a pull request, asked without the forge's program. */
  readonly comments?: (repository: Repository, pull: Pull) => Promise<readonly string[]>
  readonly setStatus?: (
    repository: Repository,
    commit: string,
    state: 'pending' | 'success' | 'failure',
  ) => Promise<void>
}

/** What a host or its world may lack. */
export type Ability =
  | 'archive'
  | 'link'
  | 'comments'
  | 'setStatus'
  | 'odd names'
  | 'drafts'
  | 'labels'
  | 'merge'
  | 'rebuild'
  | 'reopen'
  | 'reviewers'
  | 'two at once'
  | 'fork'
  | 'unauthorized'
  | 'repositories'
  | 'executable'

export interface ContractOptions {
  /** What can't be tried here, and why: a sentence that is printed. */
  readonly without?: Readonly<Partial<Record<Ability, string>>>
  /** Milliseconds that a host may take to see what has happened; 5,000 by default. */
  readonly patience?: number
}

/** Registers the tests that hold for every host. Each has a repository of its own in one world. */
export function forgeContract(
  name: string,
  makeWorld: () => Promise<ContractWorld>,
  { without = {}, patience = 5000 }: ContractOptions = {},
): void {
  for (const [ability, reason] of Object.entries(without)) {
    console.info(`${name}: left out ${ability}: ${reason}`)
  }

  describe(`${name} does what every host does`, { timeout: 60_000 }, () => {
    let world: ContractWorld
    let forge: Forge

    beforeAll(async () => {
      world = await makeWorld()
      forge = world.forge
    }, 120_000)
    afterAll(() => world.stop(), 120_000)
    beforeEach(() => {
      world.sent()
    })

    const needing = (ability: Ability, title: string, run: () => Promise<void>) => {
      const reason = without[ability]
      if (reason === undefined) it(title, run)
      else it.skip(`${title} (left out: ${reason})`, run)
    }

    /** A host may see what happened a moment later. */
    async function eventually(check: () => Promise<void>): Promise<void> {
      const end = performance.now() + patience
      for (;;) {
        try {
          await check()
          return
        } catch (error) {
          if (performance.now() > end) throw error
          await sleep(100)
        }
      }
    }

    async function headOf(repository: Repository, branch: string): Promise<string> {
      const head = await forge.head(repository, branch)
      if (head === undefined) throw new Error(`No branch ${branch}`)
      return head
    }

    async function entriesOf(repository: Repository, commit: string) {
      const tree = await forge.tree(repository, commit)
      return new Map((tree?.entries ?? []).map((entry) => [entry.path, entry] as const))
    }

    /** A change of files against `main` as it is now; a path that is there is replaced. */
    async function changeOf(
      repository: Repository,
      branch: string,
      files: Readonly<Record<string, string>>,
      more: Partial<BranchChange> = {},
    ): Promise<BranchChange> {
      const base = await headOf(repository, 'main')
      const entries = await entriesOf(repository, base)
      return {
        branch,
        baseBranch: 'main',
        base,
        expected: undefined,
        files: Object.entries(files).map(([path, content]): FileChange => {
          const entry = entries.get(path)
          return { path, content, mode: entry?.mode ?? '100644', replaces: entry?.id }
        }),
        message: 'Split the build\n',
        ...more,
      }
    }

    const draftOf = (branch: string, more: Partial<PullDraft> = {}): PullDraft => ({
      branch,
      headRepository: undefined,
      base: 'main',
      title: 'Split the build',
      body: 'What and why.',
      isDraft: false,
      labels: [],
      assignees: [],
      reviewers: [],
      teamReviewers: [],
      ...more,
    })

    /** A repository with one service, its branch, and the pull request of it. */
    async function opened(more: Partial<PullDraft> = {}) {
      const repository = await world.makeRepository({ Dockerfile: 'FROM a\n', 'README.md': 'Hi\n' })
      const change = await changeOf(repository, 'msb/web', { Dockerfile: 'FROM b\n' })
      const commit = await forge.push(repository, change)
      const { pull, complaints } = await forge.open(repository, draftOf('msb/web', more))
      return { repository, change, commit, pull, complaints }
    }

    async function pullOf(repository: Repository, number: number): Promise<Pull> {
      const pull = (await forge.pulls(repository, 'msb/')).find((one) => one.number === number)
      if (pull === undefined) throw new Error(`No pull request ${number}`)
      return pull
    }

    async function refusal(attempt: Promise<unknown>): Promise<ForgeError> {
      const error = await attempt.then(
        () => new Error('It was done.'),
        (reason: unknown) => reason,
      )
      expect(error).toBeInstanceOf(ForgeError)
      const refused = error as ForgeError
      expect(refused.message).not.toContain(world.token)
      return refused
    }

    const refused = async (attempt: Promise<unknown>, ...problems: readonly ForgeProblem[]) => {
      const { problem } = await refusal(attempt)
      expect(problems).toContain(problem)
    }

    describe('reading', () => {
      it('knows no repository that is not there', async () => {
        const { path } = await world.makeRepository({ a: 'a' })
        expect(await forge.repository(`${path}-not`)).toBeUndefined()
      })

      it('describes a repository', async () => {
        const { path } = await world.makeRepository({ a: 'a' })
        const repository = await forge.repository(path)
        expect(repository).toMatchObject({
          path,
          defaultBranch: 'main',
          isArchived: false,
          isFork: false,
          isMirror: false,
          canPush: true,
        })
        expect(repository?.cloneUrl).toMatch(/^https?:\/\//)
        expect(new URL(repository?.cloneUrl ?? '').username).toBe('')
        expect(repository?.webUrl).toContain(path)
      })

      it('has no default branch in an empty repository', async () => {
        const empty = await world.makeRepository({})
        expect(empty.defaultBranch).toBeUndefined()
        expect(await forge.head(empty, 'main')).toBeUndefined()
        expect(await forge.pulls(empty, 'msb/')).toEqual([])
      })

      needing('archive', 'sees that a repository is archived, and can not push to it', async () => {
        const repository = await world.makeRepository({ a: 'a\n' })
        const change = await changeOf(repository, 'msb/web', { a: 'b\n' })
        await world.archive?.(repository)
        expect((await forge.repository(repository.path))?.isArchived).toBe(true)
        await refused(forge.push(repository, change), 'forbidden', 'invalid')
      })

      it('tells the head of a branch, and of a missing one that it is not there', async () => {
        const repository = await world.makeRepository({ a: 'a\n' })
        const first = await headOf(repository, 'main')
        const second = await world.personCommits(repository, 'main', { a: 'b\n' })
        expect(second).not.toBe(first)
        await eventually(async () => {
          expect(await forge.head(repository, 'main')).toBe(second)
        })
        expect(await forge.head(repository, 'msb/web')).toBeUndefined()
        expect(await forge.head(repository, 'odd #%?& ü')).toBeUndefined()
      })

      it('reads all files of a commit with modes and ids', async () => {
        const repository = await world.makeRepository({
          Dockerfile: 'FROM a\n',
          'services/web/run.sh*': '#!/bin/sh\n',
          'services/web/empty': '',
        })
        const commit = await headOf(repository, 'main')
        const tree = await forge.tree(repository, commit)
        expect(tree?.commit).toBe(commit)
        expect(known(tree?.entries ?? [])).toEqual([
          { path: 'Dockerfile', mode: '100644', id: blobId('FROM a\n') },
          { path: 'services/web/empty', mode: '100644', id: blobId('') },
          { path: 'services/web/run.sh', mode: '100755', id: blobId('#!/bin/sh\n') },
        ])
        for (const { path, size } of tree?.entries ?? []) {
          if (size !== undefined) expect(size).toBe(sizes.get(path))
        }
      })

      needing('link', 'reads links as links', async () => {
        const repository = await world.makeRepository({ a: 'a\n' })
        await world.link?.(repository, 'b', 'a')
        await eventually(async () => {
          const entries = await entriesOf(repository, await headOf(repository, 'main'))
          expect(entries.get('b')).toMatchObject({ mode: '120000', id: blobId('a') })
        })
      })

      needing('odd names', 'reads and changes files with odd names', async () => {
        const files = Object.fromEntries(oddNames.map((path) => [path, `${path}\n`]))
        const repository = await world.makeRepository(files)
        const base = await headOf(repository, 'main')
        const entries = await entriesOf(repository, base)
        expect([...entries.keys()].sort()).toEqual([...oddNames].sort())
        const blobs = await forge.blobs(repository, base, [...entries.values()])
        for (const path of oddNames) {
          expect(textOf(blobs?.get(entries.get(path)?.id ?? ''))).toBe(`${path}\n`)
        }
        const changed = Object.fromEntries(oddNames.map((path) => [path, `changed ${path}\n`]))
        const commit = await forge.push(repository, await changeOf(repository, 'msb/odd', changed))
        const { files: changes } = await forge.commit(repository, commit)
        expect(changes.map(({ path }) => path).sort()).toEqual([...oddNames].sort())
        for (const path of oddNames) {
          const file = await world.fileAt(repository, 'msb/odd', path)
          expect(file?.text).toBe(`changed ${path}\n`)
        }
      })

      it('reads the contents of many files, byte by byte', async () => {
        const many = Object.fromEntries(
          Array.from({ length: 45 }, (_, number) => [`many/${number}.txt`, `${number}\n`]),
        )
        const files = { ...many, crlf: 'a\r\nb\r\n', none: '', open: 'no end', text: 'ü 🐳\n' }
        const repository = await world.makeRepository(files)
        const commit = await headOf(repository, 'main')
        const entries = await entriesOf(repository, commit)
        const blobs = await forge.blobs(repository, commit, [...entries.values()])
        if (blobs === undefined) {
          expect(forge.givesManyFiles).toBe(false)
          return
        }
        for (const [path, text] of Object.entries(files)) {
          expect(textOf(blobs.get(entries.get(path)?.id ?? ''))).toBe(text)
        }
      })

      it('reads a single file', async () => {
        const repository = await world.makeRepository({ a: 'a\r\n', 'b*': 'b' })
        const commit = await headOf(repository, 'main')
        const entry = (await entriesOf(repository, commit)).get('a')
        const blobs = await forge.blobs(repository, commit, entry === undefined ? [] : [entry])
        if (blobs !== undefined) expect(textOf(blobs.get(blobId('a\r\n')))).toBe('a\r\n')
      })

      it('reads the subjects of commits, newest first', async () => {
        const repository = await world.makeRepository({ a: 'a\n' })
        const message = 'fix(web): split the build\n\nBecause.\n'
        const change = await changeOf(repository, 'msb/web', { a: 'b\n' }, { message })
        await forge.push(repository, change)
        const subjects = await forge.subjects(repository, 'msb/web')
        expect(subjects).toHaveLength(2)
        expect(subjects[0]).toBe('fix(web): split the build')
      })

      it("reads a person's commit and the files that it changes", async () => {
        const repository = await world.makeRepository({ a: 'a\n', b: 'b\n' })
        const base = await headOf(repository, 'main')
        const sha = await world.personCommits(repository, 'main', { a: 'A\n', 'new/c': 'c\n' })
        const commit = await forge.commit(repository, sha)
        expect(commit).toMatchObject({ sha, parents: [base] })
        expect([...commit.files].sort((one, other) => (one.path < other.path ? -1 : 1))).toEqual([
          { path: 'a', id: blobId('A\n') },
          { path: 'new/c', id: blobId('c\n') },
        ])
      })

      needing('repositories', 'finds the repositories of an organisation', async () => {
        const { path } = await world.makeRepository({ a: 'a\n' })
        const org = path.split('/').slice(0, -1).join('/')
        const paths: string[] = []
        for await (const one of forge.repositories({ org, topic: undefined, query: undefined })) {
          paths.push(one.path)
        }
        expect(paths).toContain(path)
        expect(new Set(paths).size).toBe(paths.length)
        const none = forge.repositories({ org, topic: 'no-such-topic', query: undefined })
        for await (const one of none) throw new Error(`${one.path} has no such topic`)
      })

      it('points to a line of a file at a commit', async () => {
        const { webUrl, ...repository } = await world.makeRepository({ a: 'a\n' })
        const commit = 'c'.repeat(40)
        const url = forge.fileUrl({ webUrl, ...repository }, commit, 'a b/ü#%.txt', 7)
        expect(url).toContain(commit)
        expect(url).toContain('a%20b/%C3%BC%23%25.txt')
        expect(url).toMatch(/7$/)
        expect(forge.fileUrl({ webUrl, ...repository }, commit, 'a', undefined)).not.toContain('#')
      })

      it('knows whose the token is', async () => {
        expect(await forge.viewer()).toMatch(/./)
      })
    })

    describe('push', () => {
      it('makes one commit on the base with only the files named', async () => {
        const repository = await world.makeRepository({ a: 'a\n', b: 'b\n' })
        const message = 'Zerlege den Bau: ü 🐳\n\nWhy: it is smaller.\n- one\n- two\n'
        const change = await changeOf(repository, 'msb/web', { a: 'A\n' }, { message })
        const sha = await forge.push(repository, change)
        expect(await forge.head(repository, 'msb/web')).toBe(sha)
        expect(await forge.head(repository, 'main')).toBe(change.base)
        const commit = await forge.commit(repository, sha)
        expect(commit.parents).toEqual([change.base])
        expect(commit.message.trim()).toBe(message.trim())
        expect(commit.files).toEqual([{ path: 'a', id: blobId('A\n') }])
        expect(await world.fileAt(repository, 'msb/web', 'b')).toMatchObject({ text: 'b\n' })
      })

      needing('executable', 'leaves an executable file one, and a new one plain', async () => {
        const repository = await world.makeRepository({ 'run.sh*': '#!/bin/sh\n' })
        const files = { 'run.sh': '#!/bin/sh\nset -e\n', 'new/folder/Dockerfile': 'FROM a\n' }
        await forge.push(repository, await changeOf(repository, 'msb/web', files))
        expect(await world.fileAt(repository, 'msb/web', 'run.sh')).toEqual({
          text: '#!/bin/sh\nset -e\n',
          mode: '100755',
        })
        expect(await world.fileAt(repository, 'msb/web', 'new/folder/Dockerfile')).toEqual({
          text: 'FROM a\n',
          mode: '100644',
        })
      })

      it('changes and adds files in one commit', async () => {
        const repository = await world.makeRepository({ Dockerfile: 'FROM a\n' })
        const files = { Dockerfile: 'FROM b\n', '.dockerignore': '.git\n', 'x/y/z': 'z\n' }
        const change = await changeOf(repository, 'msb/web', files)
        const commit = await forge.commit(repository, await forge.push(repository, change))
        expect(commit.parents).toEqual([change.base])
        expect(commit.files.map(({ path }) => path).sort()).toEqual(Object.keys(files).sort())
      })

      it('keeps line ends and a missing last one', async () => {
        const repository = await world.makeRepository({ crlf: 'a\r\n', open: 'a' })
        const files = { crlf: 'a\r\nb\r\n\r\n', open: 'a\nb', empty: '', last: '\n', ' ': ' \t ' }
        const { ' ': blanks, ...named } = files
        await forge.push(repository, await changeOf(repository, 'msb/web', { ...named, blanks }))
        for (const [path, text] of Object.entries({ ...named, blanks })) {
          expect((await world.fileAt(repository, 'msb/web', path))?.text).toBe(text)
        }
      })

      it('does not touch a branch that is there', async () => {
        const repository = await world.makeRepository({ a: 'a\n' })
        const sha = await forge.push(
          repository,
          await changeOf(repository, 'msb/web', { a: 'b\n' }),
        )
        const again = await changeOf(repository, 'msb/web', { a: 'c\n' })
        await refused(forge.push(repository, again), 'exists')
        expect(await forge.head(repository, 'msb/web')).toBe(sha)
      })

      it('does not replace a file that has changed meanwhile', async () => {
        const repository = await world.makeRepository({ a: 'a\n' })
        const change = await changeOf(repository, 'msb/web', { a: 'b\n' })
        const head = await world.personCommits(repository, 'main', { a: 'A\n' })
        await eventually(async () => {
          expect(await forge.head(repository, 'main')).toBe(head)
        })
        await standsOnBase(repository, change)
      })

      it('never stands on another commit than it was made for', async () => {
        const repository = await world.makeRepository({ a: 'a\n', b: 'b\n' })
        const change = await changeOf(repository, 'msb/web', { a: 'A\n' })
        const head = await world.personCommits(repository, 'main', { b: 'B\n' })
        await eventually(async () => {
          expect(await forge.head(repository, 'main')).toBe(head)
        })
        await standsOnBase(repository, change)
      })

      /** Either on the older base, or not at all: which one is up to the host. */
      async function standsOnBase(repository: Repository, change: BranchChange): Promise<void> {
        const result = await forge.push(repository, change).catch((error: unknown) => error)
        if (typeof result === 'string') {
          const commit = await forge.commit(repository, result)
          expect(commit.parents).toEqual([change.base])
          return
        }
        expect(result).toBeInstanceOf(ForgeError)
        expect((result as ForgeError).problem).toBe('moved')
        expect(await forge.head(repository, change.branch)).toBeUndefined()
      }

      needing(
        'rebuild',
        'builds a branch again on a newer base, its pull request open',
        async () => {
          const { repository, commit, pull } = await opened()
          const head = await world.personCommits(repository, 'main', { 'README.md': 'Ho\n' })
          await eventually(async () => {
            expect(await forge.head(repository, 'main')).toBe(head)
          })
          const files = { Dockerfile: 'FROM c\n', new: 'n\n' }
          const change = await changeOf(repository, 'msb/web', files, { expected: commit })
          const sha = await forge.push(repository, change)
          expect(await forge.head(repository, 'msb/web')).toBe(sha)
          const made = await forge.commit(repository, sha)
          expect(made.parents).toEqual([head])
          expect(made.files.map(({ path }) => path).sort()).toEqual(['Dockerfile', 'new'])
          await eventually(async () => {
            expect(await pullOf(repository, pull.number)).toMatchObject({
              state: 'open',
              head: sha,
            })
          })
          expect(await branchesOf(repository)).toEqual([])
        },
      )

      needing('rebuild', 'builds a branch again with the same files', async () => {
        const { repository, change, commit, pull } = await opened()
        const message = 'Say it better\n'
        const sha = await forge.push(repository, { ...change, message, expected: commit })
        expect(await forge.head(repository, 'msb/web')).toBe(sha)
        expect((await forge.commit(repository, sha)).parents).toEqual([change.base])
        await eventually(async () => {
          expect((await pullOf(repository, pull.number)).state).toBe('open')
        })
      })

      needing('rebuild', "never loses a person's commit", async () => {
        const { repository, commit, pull } = await opened()
        const theirs = await world.personCommits(repository, 'msb/web', { 'README.md': 'Ho\n' })
        await eventually(async () => {
          expect(await forge.head(repository, 'msb/web')).toBe(theirs)
        })
        const files = { Dockerfile: 'FROM c\n' }
        const change = await changeOf(repository, 'msb/web', files, { expected: commit })
        await refused(forge.push(repository, change), 'moved')
        expect(await forge.head(repository, 'msb/web')).toBe(theirs)
        expect((await pullOf(repository, pull.number)).state).toBe('open')
        expect(await branchesOf(repository)).toEqual([])
      })

      needing('rebuild', 'does not build a branch again that is gone', async () => {
        const repository = await world.makeRepository({ a: 'a\n' })
        const expected = await headOf(repository, 'main')
        const change = await changeOf(repository, 'msb/web', { a: 'b\n' }, { expected })
        await refused(forge.push(repository, change), 'moved')
        expect(await forge.head(repository, 'msb/web')).toBeUndefined()
      })

      /** Branches that only the making needs. */
      async function branchesOf(repository: Repository): Promise<readonly string[]> {
        const asides = ['msb/web.next', 'msb/web-next', 'msb/web.tmp']
        const heads = await Promise.all(asides.map((branch) => forge.head(repository, branch)))
        return asides.filter((_, index) => heads[index] !== undefined)
      }

      needing('two at once', 'lets one of two pushes at once win', async () => {
        const repository = await world.makeRepository({ a: 'a\n' })
        const changes = await Promise.all(
          ['b\n', 'c\n'].map((text) => changeOf(repository, 'msb/web', { a: text })),
        )
        const results = await Promise.allSettled(
          changes.map((change) => forge.push(repository, change)),
        )
        const won = results.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
        expect(won).toHaveLength(1)
        expect(await forge.head(repository, 'msb/web')).toBe(won[0])
        for (const one of results) {
          if (one.status === 'rejected') {
            await refused(Promise.reject(one.reason as Error), 'exists', 'moved')
          }
        }
      })

      needing('rebuild', 'lets one of two rebuilds at once win', async () => {
        const { repository, commit } = await opened()
        const changes = await Promise.all(
          ['x\n', 'y\n'].map((text) =>
            changeOf(repository, 'msb/web', { Dockerfile: text }, { expected: commit }),
          ),
        )
        const results = await Promise.allSettled(
          changes.map((change) => forge.push(repository, change)),
        )
        const won = results.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
        expect(won.length).toBeLessThanOrEqual(1)
        const head = await headOf(repository, 'msb/web')
        expect(won.length === 1 ? won : [commit]).toEqual([head])
      })
    })

    describe('pull requests', () => {
      it('opens one that is found again with its body', async () => {
        const body = `<!-- msb-migrate: {"key":"web","hash":"${'0a'.repeat(32)}"} -->\n${oddBody}`
        const { repository, commit, pull } = await opened({ body, title: 'Ein Bau: ü & <b> 🐳' })
        expect(pull).toMatchObject({
          state: 'open',
          isDraft: false,
          branch: 'msb/web',
          base: 'main',
        })
        expect(pull.url).toMatch(/^https?:\/\//)
        const found = await pullOf(repository, pull.number)
        expect(found).toMatchObject({
          state: 'open',
          branch: 'msb/web',
          base: 'main',
          head: commit,
          title: 'Ein Bau: ü & <b> 🐳',
          headRepository: repository.path,
        })
        expect(found.body).toBe(body)
        expect(found.url).toBe(pull.url)
      })

      it('opens one with a very long body', async () => {
        const length = Math.min(60_000, forge.bodyLimit)
        const body = '- [ ] ü is a letter, and so on\n'.repeat(3000).slice(0, length - 4) + '\nend'
        const { repository, pull } = await opened({ body })
        expect((await pullOf(repository, pull.number)).body).toBe(body)
      })

      it('keeps the marker of a body with other line ends', async () => {
        const marker = '<!-- msb-migrate: {"key":"web"} -->'
        const body = `${marker}\r\nWhat\r\nand why\r\n`
        const { repository, pull } = await opened({ body })
        const found = await pullOf(repository, pull.number)
        expect(found.body.split(/\r?\n/)[0]).toBe(marker)
        await forge.update(repository, found, { title: found.title, body: found.body })
        expect((await pullOf(repository, pull.number)).body).toBe(found.body)
      })

      it('opens no second one for a branch', async () => {
        const { repository, pull } = await opened()
        await refused(forge.open(repository, draftOf('msb/web', { body: 'Again' })), 'exists')
        const pulls = await forge.pulls(repository, 'msb/')
        expect(pulls.map(({ number }) => number)).toEqual([pull.number])
      })

      needing('two at once', 'opens one of two at once', async () => {
        const repository = await world.makeRepository({ a: 'a\n' })
        await forge.push(repository, await changeOf(repository, 'msb/web', { a: 'b\n' }))
        const attempts = await Promise.allSettled(
          ['one', 'two'].map((title) => forge.open(repository, draftOf('msb/web', { title }))),
        )
        const pulls = await forge.pulls(repository, 'msb/')
        expect(pulls.filter(({ state }) => state === 'open')).toHaveLength(1)
        expect(attempts.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(
          2,
        )
        for (const one of attempts) {
          if (one.status === 'rejected')
            await refused(Promise.reject(one.reason as Error), 'exists')
        }
      })

      it('opens none for a branch that is not there', async () => {
        const repository = await world.makeRepository({ a: 'a\n' })
        await refused(forge.open(repository, draftOf('msb/not')), 'invalid', 'not-found')
      })

      it('finds those of a prefix alone, newest first', async () => {
        const repository = await world.makeRepository({ a: 'a\n' })
        for (const branch of ['msb/one', 'other/two', 'msb/three']) {
          await forge.push(repository, await changeOf(repository, branch, { a: `${branch}\n` }))
          await forge.open(repository, draftOf(branch))
        }
        const branches = (await forge.pulls(repository, 'msb/')).map(({ branch }) => branch)
        expect(branches).toEqual(['msb/three', 'msb/one'])
      })

      it('sees that a person closed one', async () => {
        const { repository, pull } = await opened()
        await world.personCloses(repository, pull)
        await eventually(async () => {
          expect((await pullOf(repository, pull.number)).state).toBe('closed')
        })
      })

      needing('merge', 'sees that a person merged one', async () => {
        const { repository, pull } = await opened()
        await world.personMerges(repository, pull)
        await eventually(async () => {
          expect((await pullOf(repository, pull.number)).state).toBe('merged')
        })
      })

      needing('drafts', 'opens a draft, and leaves it one', async () => {
        const { repository, pull } = await opened({ isDraft: true, title: 'Not yet' })
        expect(pull).toMatchObject({ isDraft: true, title: 'Not yet' })
        await forge.update(repository, pull, { title: 'Still not', body: 'Why not' })
        expect(await pullOf(repository, pull.number)).toMatchObject({
          isDraft: true,
          title: 'Still not',
          body: 'Why not',
        })
      })

      needing('labels', 'gives it labels, or says which it could not', async () => {
        const labels = ['msb-migrate', 'ü label: two']
        const { repository, pull, complaints } = await opened({ labels })
        expect(complaints).toEqual([])
        expect([...(await pullOf(repository, pull.number)).labels].sort()).toEqual(labels)
        // The second time they are there.
        await forge.push(repository, await changeOf(repository, 'msb/two', { 'README.md': 'x' }))
        const second = await forge.open(repository, draftOf('msb/two', { labels }))
        expect(second.complaints).toEqual([])
        await eventually(async () => {
          const { labels: given } = await pullOf(repository, second.pull.number)
          expect([...given].sort()).toEqual(labels)
        })
      })

      needing(
        'reviewers',
        'opens it without a reviewer that is not there, and says so',
        async () => {
          const { repository, pull, complaints } = await opened({
            reviewers: ['no-such-person-4711'],
            assignees: ['no-such-person-4712'],
          })
          expect((await pullOf(repository, pull.number)).state).toBe('open')
          expect(complaints.join('\n')).toContain('no-such-person-4711')
          expect(complaints.join('\n')).toContain('no-such-person-4712')
        },
      )

      it('gets another title and body', async () => {
        const { repository, pull } = await opened()
        await forge.update(repository, pull, { title: 'Better', body: oddBody })
        const found = await pullOf(repository, pull.number)
        expect(found).toMatchObject({ title: 'Better', body: oddBody, state: 'open' })
      })

      it('is closed with a word, and its branch removed', async () => {
        const { repository, commit, pull } = await opened()
        const text = { body: 'Closed by its maker.', comment: 'No longer needed: ü.' }
        await forge.close(repository, { ...pull, head: commit }, text)
        await eventually(async () => {
          const found = await pullOf(repository, pull.number)
          expect(found).toMatchObject({ state: 'closed', body: text.body, branch: 'msb/web' })
        })
        expect(await forge.head(repository, 'msb/web')).toBeUndefined()
      })

      needing('comments', 'has the word as a comment', async () => {
        const { repository, commit, pull } = await opened()
        const text = { body: 'Closed.', comment: 'No longer needed: ü.' }
        await forge.close(repository, { ...pull, head: commit }, text)
        expect(await world.comments?.(repository, pull)).toEqual([text.comment])
      })

      it('is closed without its branch where a person has pushed', async () => {
        const { repository, commit, pull } = await opened()
        const theirs = await world.personCommits(repository, 'msb/web', { 'README.md': 'Ho\n' })
        await eventually(async () => {
          expect(await forge.head(repository, 'msb/web')).toBe(theirs)
        })
        await forge.close(repository, { ...pull, head: commit }, { body: 'b', comment: 'c' })
        await eventually(async () => {
          expect((await pullOf(repository, pull.number)).state).toBe('closed')
        })
        expect(await forge.head(repository, 'msb/web')).toBe(theirs)
      })

      it('can be followed by another one of the same branch', async () => {
        const { repository, change, commit, pull } = await opened()
        await forge.close(repository, { ...pull, head: commit }, { body: 'b', comment: 'c' })
        // Gitea sees a moment later that a branch is gone, and closes then what stands on that name.
        await sleep(2_000)
        const sha = await forge.push(repository, { ...change, message: 'Once more\n' })
        const second = await forge.open(repository, draftOf('msb/web', { body: 'Once more' }))
        expect(second.pull.number).not.toBe(pull.number)
        const found = await forge.pulls(repository, 'msb/')
        expect(found.map(({ number }) => number)).toEqual([second.pull.number, pull.number])
        expect(found[0]).toMatchObject({ state: 'open', head: sha })
        expect(found[1]).toMatchObject({ state: 'closed' })
      })

      needing('reopen', 'is opened again', async () => {
        const { repository, pull } = await opened()
        await world.personCloses(repository, pull)
        await eventually(async () => {
          expect((await pullOf(repository, pull.number)).state).toBe('closed')
        })
        await forge.reopen(repository, pull)
        await sleep(1000)
        await eventually(async () => {
          expect((await pullOf(repository, pull.number)).state).toBe('open')
        })
      })

      it('has no checks where there are none', async () => {
        const { repository, commit } = await opened()
        expect(await forge.checks(repository, commit)).toBe('none')
      })

      needing('setStatus', 'has the checks of its commit', async () => {
        const { repository, commit } = await opened()
        for (const [state, checks] of [
          ['pending', 'pending'],
          ['failure', 'failing'],
          ['success', 'passing'],
        ] as const) {
          await world.setStatus?.(repository, commit, state)
          await eventually(async () => {
            expect(await forge.checks(repository, commit)).toBe(checks)
          })
        }
      })

      needing('fork', 'is opened from a fork', async () => {
        const repository = await world.makeRepository({ a: 'a\n' })
        const fork = await forge.fork(repository, 'main')
        expect(fork).toMatchObject({ isFork: true, canPush: true })
        const head = await world.personCommits(repository, 'main', { a: 'A\n' })
        await eventually(async () => {
          expect(await forge.head(repository, 'main')).toBe(head)
        })
        const again = await forge.fork(repository, 'main')
        expect(again.path).toBe(fork.path)
        expect(await forge.head(again, 'main')).toBe(head)
        const commit = await forge.push(fork, await changeOf(repository, 'msb/web', { a: 'b\n' }))
        const draft = draftOf('msb/web', { headRepository: fork.path })
        const { pull } = await forge.open(repository, draft)
        expect(await pullOf(repository, pull.number)).toMatchObject({
          headRepository: fork.path,
          head: commit,
          state: 'open',
        })
        await refused(forge.open(repository, draft), 'exists')
        await forge.close(repository, { ...pull, head: commit }, { body: 'b', comment: 'c' })
        expect(await forge.head(fork, 'msb/web')).toBeUndefined()
      })
    })

    describe('the token', () => {
      it('is in no URL, header but one, or body', async () => {
        const { repository, commit, pull } = await opened()
        await forge.update(repository, pull, { title: 'a', body: 'b' })
        await forge.close(repository, { ...pull, head: commit }, { body: 'b', comment: 'c' })
        const sent = world.sent()
        expect(sent.length).toBeGreaterThan(5)
        const forms = [world.token, Buffer.from(world.token).toString('base64')]
        for (const { url, text } of sent) {
          for (const form of forms) {
            expect(url).not.toContain(form)
            expect(text).not.toContain(form)
          }
        }
        expect(JSON.stringify([repository, pull])).not.toContain(world.token)
      })

      needing('unauthorized', 'that the host does not know is refused as such', async () => {
        const { path } = await world.makeRepository({ a: 'a\n' })
        await refused(world.stranger.viewer(), 'unauthorized')
        await refused(world.stranger.repository(path), 'unauthorized')
      })
    })

    it('opens a pull request with few requests', async () => {
      const repository = await world.makeRepository({ Dockerfile: 'FROM a\n', b: 'b\n', c: 'c\n' })
      world.sent()
      const again = await forge.repository(repository.path)
      if (again === undefined) throw new Error('Gone.')
      const base = await headOf(again, 'main')
      const entries = await entriesOf(again, base)
      await forge.blobs(again, base, [...entries.values()])
      await forge.subjects(again, 'main')
      await forge.pulls(again, 'msb/')
      const replaces = entries.get('Dockerfile')?.id
      const file: FileChange = { path: 'Dockerfile', content: 'x', mode: '100644', replaces }
      await forge.push(again, {
        branch: 'msb/web',
        baseBranch: 'main',
        base,
        expected: undefined,
        files: [file],
        message: 'Split the build\n',
      })
      await forge.open(again, draftOf('msb/web'))
      const first = world.sent()
      expect(first.length, list(first)).toBeLessThanOrEqual(12)
      await forge.repository(repository.path)
      await forge.head(again, 'main')
      await forge.pulls(again, 'msb/')
      const second = world.sent()
      expect(second.length, list(second)).toBeLessThanOrEqual(3)
    })
  })
}

const list = (sent: readonly { readonly method: string; readonly url: string }[]) =>
  sent.map(({ method, url }) => `${method} ${url}`).join('\n')

/** https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
function blobId(text: string): string {
  const bytes = Buffer.from(text)
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

const sizes = new Map([
  ['Dockerfile', 7],
  ['services/web/empty', 0],
  ['services/web/run.sh', 10],
])

const known = (entries: readonly TreeEntry[]) =>
  entries
    .map(({ path, mode, id }) => ({ path, mode, id }))
    .sort((one, other) => (one.path < other.path ? -1 : 1))

const textOf = (bytes: Uint8Array | undefined) =>
  bytes === undefined ? undefined : Buffer.from(bytes).toString()

const oddNames = [
  'a b/c d.txt',
  'ü/größe.txt',
  'a#b%20c?.txt',
  'plus+and&=.txt',
  "quote's.txt",
  '[id]/$page~.txt',
  '.hidden/-dash',
]

const oddBody = [
  'Umlauts ü, an emoji 🐳, a quote " and \' and a backslash \\, `code`, <details>, &amp; & %20 #1?',
  '',
  '| a | b |',
  '|---|---|',
  '| 1 | 2\\|3 |',
  '',
  '```mermaid',
  'flowchart LR',
  '  a --> b',
  '```',
  '- [ ] one  ',
  '- [x] two\tafter a tab',
  '',
  '<details><summary>More</summary>',
  '',
  '```diff',
  '-FROM a',
  '+FROM b',
  '```',
  '</details>',
].join('\n')
