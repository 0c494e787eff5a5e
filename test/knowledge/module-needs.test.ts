import { expect, test } from 'vitest'
import { needsOfModule } from '../../src/knowledge/go-modules/module-needs.ts'

test('a package needs what its module needs, whatever the major version', () => {
  const names = (path: string) => needsOfModule(path).map(({ name }) => name)
  expect(names('github.com/dgraph-io/badger/v4/options')).toEqual(['github.com/dgraph-io/badger'])
  expect(names('github.com/gogs/git-module')).toEqual(['github.com/gogs/git-module'])
  expect(names('github.com/gogs/git-modules')).toEqual([])
})
