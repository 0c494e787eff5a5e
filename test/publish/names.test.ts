import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupServices, isInShard } from '../../src/publish/campaign/service.ts'
import {
  readMarker,
  readTrailers,
  replaceMarker,
  trailers,
  writeMarker,
} from '../../src/publish/marker.ts'
import { readRemoteUrl, readRepositoryName } from '../../src/publish/remote-url.ts'
import { findToken } from '../../src/publish/tokens.ts'

const nobody = (): readonly string[] => []
const branchesOf = (...dockerfiles: readonly string[]): readonly string[] =>
  groupServices(dockerfiles, { by: 'service', prefix: 'msb-migrate/', ownersOf: nobody }).map(
    ({ branch }) => branch,
  )

describe('branches', () => {
  test('read as their services', () => {
    expect(branchesOf('Dockerfile')).toEqual(['msb-migrate/Dockerfile'])
    expect(branchesOf('services/api/Dockerfile')).toEqual(['msb-migrate/services--api'])
    expect(branchesOf('services/api-gateway/Dockerfile')).toEqual([
      'msb-migrate/services--api-gateway',
    ])
    expect(branchesOf('services/api/Dockerfile.worker')).toEqual([
      'msb-migrate/services--api--Dockerfile.worker',
    ])
  })

  test('are names that git takes, each for one service alone', () => {
    const part = fc.oneof(
      fc.constantFrom(
        'a',
        'b',
        'a-b',
        'a--b',
        '-a',
        'a.',
        '.a',
        'a b',
        'ü',
        'a.lock',
        'a..b',
        '@{',
        'Dockerfile',
        'A',
      ),
      fc
        .string({ minLength: 1, maxLength: 6 })
        .filter((text) => !text.includes('/') && !text.includes('\0')),
    )
    const file = fc
      .tuple(
        fc.array(part, { maxLength: 3 }),
        fc.constantFrom('Dockerfile', 'Dockerfile.prod', 'api.Dockerfile', 'Containerfile'),
      )
      .map(([folders, name]) => [...folders, name].join('/'))
    fc.assert(
      fc.property(fc.uniqueArray(file, { maxLength: 12 }), (files) => {
        const branches = branchesOf(...files)
        expect(new Set(branches).size).toBe(files.length)
        for (const branch of branches) {
          expect(branch).toMatch(/^msb-migrate\/[A-Za-z0-9_@+][\w.@+-]*$/)
          expect(branch).not.toMatch(/\.\.|@\{|\.lock$|\.$/)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('group by repository and by owner', () => {
    const ownersOf = (path: string): readonly string[] =>
      path.startsWith('a/') ? ['@org/one', '@ann'] : []
    const by = (grouping: 'repo' | 'owner'): readonly (readonly [string, readonly string[]])[] =>
      groupServices(['a/x/Dockerfile', 'a/y/Dockerfile', 'b/Dockerfile'], {
        by: grouping,
        prefix: 'p/',
        ownersOf,
      }).map(({ key, dockerfiles }) => [key, dockerfiles])
    expect(by('repo').map(([key, files]) => [key, files.length])).toEqual([['repo', 3]])
    expect(by('owner')).toEqual([
      ['owner:nobody', ['b/Dockerfile']],
      ['owner:@ann @org/one', ['a/x/Dockerfile', 'a/y/Dockerfile']],
    ])
  })
})

test('shards part all services among them, each in one', () => {
  const ids = Array.from({ length: 500 }, (_, i) => `github.com/acme/shop#services/${i}/Dockerfile`)
  const parts = [1, 2, 3, 4].map((index) => ids.filter((id) => isInShard(id, { index, count: 4 })))
  expect(parts.flat().sort()).toEqual([...ids].sort())
  for (const part of parts) expect(part.length).toBeGreaterThan(80)
})

describe('markers', () => {
  const marker = {
    key: 'a--b/-->/Dockerfile (1) \\',
    content: 'c0ffee',
    input: 'f00d',
    base: 'b'.repeat(40),
    head: 'a'.repeat(40),
    closed: false,
  }

  test.each([true, false])('are read as they are written (comments: %s)', (hidesComments) => {
    for (const closed of [false, true]) {
      const line = writeMarker({ ...marker, closed }, hidesComments)
      expect(line).not.toContain('\n')
      expect(readMarker(`${line}\n\nA body\n`)).toEqual({ ...marker, closed })
      expect(readMarker(`${line}\r\n\r\nA body`)).toEqual({ ...marker, closed })
    }
    expect(line(hidesComments).match(/-->/g)?.length ?? 0).toBe(hidesComments ? 1 : 0)
  })
  const line = (hidesComments: boolean): string => writeMarker(marker, hidesComments)

  test('are replaced in place, or put on top', () => {
    const body = `${line(true)}\n\nWords $& $1`
    expect(replaceMarker(body, { ...marker, closed: true }, true)).toBe(
      `${writeMarker({ ...marker, closed: true }, true)}\n\nWords $& $1`,
    )
    expect(readMarker(replaceMarker('Words', marker, true))).toEqual(marker)
  })

  test('that a person broke are none', () => {
    expect(readMarker('')).toBeUndefined()
    expect(readMarker('<!-- msb-migrate: {"key": -->')).toBeUndefined()
    expect(readMarker('<!-- msb-migrate: {"key":"a"} -->')).toBeUndefined()
  })

  test('stand in commits, too', () => {
    const said = { key: 'services/ü b/Dockerfile', content: 'c0ffee', input: 'f00d', base: 'b45e' }
    expect(readTrailers(`Title\n\nBody\n\n${trailers(said)}\n`)).toEqual(said)
    expect(readTrailers('Title')).toBeUndefined()
  })
})

describe('remotes', () => {
  test.each([
    ['https://github.com/acme/shop.git', 'https://github.com', 'acme/shop'],
    ['https://ann:secret@github.com/acme/shop', 'https://github.com', 'acme/shop'],
    ['git@github.com:acme/shop.git', 'https://github.com', 'acme/shop'],
    ['ssh://git@ssh.github.com:443/acme/shop.git', 'https://github.com', 'acme/shop'],
    [
      'ssh://git@git.example.org:2222/team/sub/shop.git',
      'https://git.example.org',
      'team/sub/shop',
    ],
    ['http://127.0.0.1:3000/acme/shop.git/', 'http://127.0.0.1:3000', 'acme/shop'],
    ['git://git.example.org/acme/shop', 'https://git.example.org', 'acme/shop'],
  ])('%s', (url, origin, path) => {
    expect(readRemoteUrl(url)).toMatchObject({ origin, path })
  })

  test.each([
    '../shop',
    '/srv/git/shop.git',
    'file:///srv/git/shop.git',
    'C:\\work\\shop',
    'shop',
    '',
  ])('%j is no host', (url) => {
    expect(readRemoteUrl(url)).toBeUndefined()
  })

  test('names in lists', () => {
    expect(readRepositoryName('acme/shop', 'https://github.com')).toMatchObject({
      origin: 'https://github.com',
      path: 'acme/shop',
    })
    expect(readRepositoryName('git.example.org/acme/shop', undefined)).toMatchObject({
      host: 'git.example.org',
      path: 'acme/shop',
    })
    expect(
      readRepositoryName('https://git.example.org/acme/shop', 'https://github.com'),
    ).toMatchObject({ host: 'git.example.org' })
    expect(readRepositoryName('group/sub/shop', 'https://gitlab.com')).toMatchObject({
      path: 'group/sub/shop',
    })
    for (const bad of ['shop', 'acme/sh op', 'acme/../x;y', ''])
      expect(readRepositoryName(bad, 'https://github.com'), bad).toBeUndefined()
  })
})

describe('tokens', () => {
  const find = async (
    kind: 'github' | 'gitea' | 'gitlab',
    host: string,
    env: Record<string, string>,
    given = false,
  ): Promise<string | undefined> =>
    (await findToken(kind, host, { PATH: '/nowhere', ...env }, given))?.from

  test('are for the host that the environment or the user names, and no other', async () => {
    expect(await find('github', 'github.com', { GITHUB_TOKEN: 'a', GH_TOKEN: 'b' })).toBe(
      'GH_TOKEN',
    )
    expect(await find('github', 'git.example.org', { GITHUB_TOKEN: 'a' })).toBeUndefined()
    expect(await find('github', 'git.example.org', { GITHUB_TOKEN: 'a' }, true)).toBe(
      'GITHUB_TOKEN',
    )
    expect(
      await find('github', 'git.example.org', { GH_TOKEN: 'a', GH_HOST: 'git.example.org' }),
    ).toBe('GH_TOKEN')
    expect(
      await find('github', 'github.com', { GH_ENTERPRISE_TOKEN: 'a', GH_TOKEN: 'b' }, true),
    ).toBe('GH_TOKEN')
    expect(await find('gitea', 'git.example.org', { GITEA_TOKEN: 'a' })).toBeUndefined()
    expect(
      await find('gitea', 'evil.example', {
        GITEA_TOKEN: 'a',
        GITEA_URL: 'https://git.example.org',
      }),
    ).toBeUndefined()
    expect(
      await find('gitea', 'git.example.org', {
        GITEA_TOKEN: 'a',
        GITEA_URL: 'https://git.example.org/',
      }),
    ).toBe('GITEA_TOKEN')
    expect(await find('gitea', 'codeberg.org', { CODEBERG_TOKEN: 'a' })).toBe('CODEBERG_TOKEN')
    expect(await find('gitlab', 'gitlab.com', { GITLAB_TOKEN: '  ' })).toBeUndefined()
  })
})
