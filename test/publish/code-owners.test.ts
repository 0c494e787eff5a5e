import { describe, expect, test } from 'vitest'
import { findCodeOwners, readCodeOwners } from '../../src/publish/code-owners.ts'

test('CODEOWNERS is found where its host looks first', () => {
  const all = [
    'docs/CODEOWNERS',
    '.gitlab/CODEOWNERS',
    '.github/CODEOWNERS',
    '.gitea/CODEOWNERS',
    'CODEOWNERS',
  ]
  expect(findCodeOwners(all)).toBe('.github/CODEOWNERS')
  expect(findCodeOwners(all, 'github')).toBe('.github/CODEOWNERS')
  expect(findCodeOwners(all, 'gitlab')).toBe('CODEOWNERS')
  expect(findCodeOwners(['.forgejo/CODEOWNERS'], 'gitea')).toBe('.forgejo/CODEOWNERS')
  expect(findCodeOwners(['src/CODEOWNERS', 'codeowners'])).toBeUndefined()
})

describe('owners', () => {
  // The examples of https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
  const github = readCodeOwners(
    [
      '# comment',
      '*       @global-owner1 @global-owner2',
      '*.js    @js-owner #This is an inline comment.',
      '*.go docs@example.com',
      '*.txt @octo-org/octocats',
      '/build/logs/ @doctocat',
      'docs/* docs@example.com',
      'apps/ @octocat',
      '/docs/ @doctocat',
      '/scripts/ @doctocat @octocat',
      '**/logs @octocat',
      '/apps/ @octocat',
      '/apps/github',
      'my\\ folder/ @blank',
      '\\#odd @odd',
      '!kept @not',
      '[ab].c @not',
    ].join('\r\n'),
    'github',
  )

  test.each([
    ['README.md', ['@global-owner1', '@global-owner2']],
    ['src/a.js', ['@js-owner']],
    ['src/a.JS', ['@global-owner1', '@global-owner2']],
    ['main.go', ['docs@example.com']],
    ['a/b.txt', ['@octo-org/octocats']],
    ['build/logs/deep/x', ['@octocat']],
    ['docs/deep/x.md', ['@doctocat']],
    ['deep/apps/x', ['@octocat']],
    ['apps/github/x', []],
    ['my folder/x', ['@blank']],
    ['#odd', ['@odd']],
    ['kept', ['@global-owner1', '@global-owner2']],
    ['a.c', ['@global-owner1', '@global-owner2']],
  ])('of %s', (path, owners) => {
    expect(github(path)).toEqual(owners)
  })

  test('`docs/*` takes the files of the folder alone', () => {
    const ownersOf = readCodeOwners('docs/* @docs\n/* @root')
    expect(ownersOf('docs/a.md')).toEqual(['@docs'])
    expect(ownersOf('docs/deep/a.md')).toEqual([])
    expect(ownersOf('Dockerfile')).toEqual(['@root'])
    expect(ownersOf('src/Dockerfile')).toEqual([])
  })

  // https://docs.gitlab.com/user/project/codeowners/reference/
  test("of GitLab's sections count together, with the owners of a section where a line names none", () => {
    const ownersOf = readCodeOwners(
      [
        '* @everyone',
        '[Documentation][2] @docs-team',
        'docs/',
        'README.md @writer',
        '^[Database] @dba',
        'model/db/',
        '!model/db/seeds/',
        '[Odd pattern]/x @nobody',
      ].join('\n'),
      'gitlab',
    )
    expect(ownersOf('docs/a.md')).toEqual(['@everyone', '@docs-team'])
    expect(ownersOf('README.md')).toEqual(['@everyone', '@writer'])
    expect(ownersOf('model/db/a.sql')).toEqual(['@everyone', '@dba'])
    expect(ownersOf('model/db/seeds/a.sql')).toEqual(['@everyone'])
  })

  // https://docs.gitea.com/usage/code-owners
  test('of Gitea are told by regular expressions, all that take a path', () => {
    const ownersOf = readCodeOwners(
      [
        '.*\\\\.go @gophers # all of it',
        'services/.* @acme/platform',
        '!docs/.* @code',
        '(a+)+x @slow',
        '( @broken',
        '',
      ].join('\n'),
      'gitea',
    )
    expect(ownersOf('services/api/main.go')).toEqual(['@gophers', '@acme/platform', '@code'])
    expect(ownersOf('docs/a.md')).toEqual([])
    expect(ownersOf('a'.repeat(60))).toEqual(['@code'])
  })
})
