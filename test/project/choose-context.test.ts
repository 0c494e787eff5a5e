import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { chooseContext } from '../../src/project/choose-context.ts'
import { tempFolder } from './temp-folder.ts'

/** The chosen folder, relative to the top, and who says so. */
function choose(
  files: Readonly<Record<string, string>>,
  dockerfile: string,
  sources: readonly string[] = [],
  explicit?: string,
): readonly [string, string, string] {
  const top = tempFolder({ [dockerfile]: '', ...files })
  const { root, by, why } = chooseContext({
    dockerfilePath: path.join(top, dockerfile),
    sources,
    explicit: explicit === undefined ? undefined : path.join(top, explicit),
  })
  return [path.relative(top, root), by, why]
}

const GIT = { '.git/HEAD': '' }

test('the folder of the Dockerfile, where nobody says otherwise', () => {
  expect(choose(GIT, 'a/Dockerfile')).toEqual(['a', 'folder', 'the folder of the Dockerfile'])
  expect(choose({ ...GIT, 'a/x': '' }, 'a/Dockerfile', ['x', '.'])).toEqual([
    'a',
    'folder',
    'the folder of the Dockerfile, which has what it copies',
  ])
  expect(choose(GIT, 'a/Dockerfile', ['missing'])[0]).toBe('a')
})

test('what the option says, whatever else is there', () => {
  const files = { ...GIT, 'compose.yml': 'services: { a: { build: a } }', 'a/x': '' }
  expect(choose(files, 'a/Dockerfile', ['x'], 'b')).toEqual(['b', 'option', '--context says so'])
})

describe('what builds it', () => {
  const compose = (context: string, dockerfile: string): string =>
    `services:\n  web:\n    build: { context: ${context}, dockerfile: ${dockerfile} }\n`

  test('compose, bake, workflow, with file and line', () => {
    expect(choose({ ...GIT, 'compose.yml': compose('.', 'a/D') }, 'a/D')).toEqual([
      '',
      'compose',
      '../compose.yml:2 builds it with this context',
    ])
    const hcl = 'target "x" {\n context = "."\n dockerfile = "a/D"\n}'
    expect(choose({ ...GIT, 'docker-bake.hcl': hcl }, 'a/D').slice(0, 2)).toEqual(['', 'bake'])
    const workflow = 'jobs: { x: { steps: [{ run: docker build -f a/D . }] } }'
    expect(choose({ ...GIT, '.github/workflows/x.yml': workflow }, 'a/D').slice(0, 2)).toEqual([
      '',
      'workflow',
    ])
  })

  test('of several the first that has what is copied', () => {
    const files = {
      ...GIT,
      'compose.yml': `services:
  one: { build: { context: one, dockerfile: ../D } }
  two: { build: { context: two, dockerfile: ../D } }
`,
      'one/x': '',
      'two/x': '',
      'two/go.mod': '',
    }
    expect(choose(files, 'D', ['go.mod', 'x'])[0]).toBe('two')
    expect(choose(files, 'D', ['.'])[0]).toBe('one')
    expect(choose(files, 'D', ['nowhere'])[0]).toBe('one')
  })

  test('gives way where only another folder has what is copied', () => {
    const files = { ...GIT, 'compose.yml': compose('.', 'a/D'), 'a/x': '' }
    expect(choose(files, 'a/D', ['x']).slice(0, 2)).toEqual(['a', 'folder'])
  })

  test('usages are given as seen from the context', () => {
    const top = tempFolder({ ...GIT, 'a/D': '', 'compose.yml': compose('.', 'a/D') })
    const { usages } = chooseContext({ dockerfilePath: path.join(top, 'a', 'D') })
    expect(usages).toMatchObject([{ path: 'compose.yml', name: 'web' }])
  })
})

describe('what is copied', () => {
  test('is in a folder above', () => {
    const files = { ...GIT, 'src/x': '', 'package.json': '' }
    expect(choose(files, 'docker/api/Dockerfile', ['package*.json', './src', '.'])).toEqual([
      '',
      'sources',
      'the nearest folder above the Dockerfile that has what it copies (package*.json, ./src)',
    ])
  })

  test('is in the nearest of several', () => {
    const files = { ...GIT, 'package.json': '', 'a/package.json': '' }
    expect(choose(files, 'a/b/Dockerfile', ['package.json'])[0]).toBe('a')
  })

  test('above the repository does not count', () => {
    expect(choose({ x: '', 'repo/.git/HEAD': '' }, 'repo/Dockerfile', ['x'])[0]).toBe('repo')
  })

  test('more than four levels up, where there is no repository, does not count', () => {
    expect(choose({ x: '' }, 'a/b/c/d/Dockerfile', ['x'])[0]).toBe('')
    expect(choose({ x: '' }, 'a/b/c/d/e/Dockerfile', ['x'])[0]).toBe('a/b/c/d/e')
  })

  test('may lack what a wildcard leaves open', () => {
    const files = { ...GIT, 'package.json': '' }
    expect(choose(files, 'a/Dockerfile', ['package.json', 'yarn.lock*'])[0]).toBe('')
    expect(choose(files, 'a/Dockerfile', ['yarn.lock*'])[0]).toBe('a')
  })

  test('may lack what a build makes, where the own folder has nothing', () => {
    const files = { ...GIT, 'package.json': '', 'src/x': '' }
    expect(choose(files, 'a/Dockerfile', ['package.json', 'src', 'dist'])[0]).toBe('')
    expect(
      choose({ ...files, 'a/src/x': '' }, 'a/Dockerfile', ['package.json', 'src', 'dist'])[0],
    ).toBe('a')
  })

  test('says nothing as a variable, a URL or the whole context', () => {
    expect(choose(GIT, 'a/Dockerfile', ['$X', '${Y}/z', 'https://x.y/z', '.', './', '/'])[1]).toBe(
      'folder',
    )
  })
})
