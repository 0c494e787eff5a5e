import { expect, test } from 'vitest'
import { isLeftOutOfGit } from '../../src/project/git/left-out-of-git.ts'
import { memoryProject } from '../memory-project.ts'

test.each<[string, boolean]>([
  ['.env', true],
  ['app/.env', true],
  ['dist', true],
  ['web/dist', false],
  ['node_modules', true],
  ['any/node_modules', true],
  ['uploads', false],
  ['uploads/a.png', true],
  ['uploads/.gitkeep', false],
  ['app/pkg/made', true],
  ['app/pkg/build', true],
  ['pkg/build', false],
  ['app/keep.log', false],
  ['app/other.log', true],
  ['src', false],
])('%s', (path, expected) => {
  const project = memoryProject({
    '.gitignore': '# made\n.env\n/dist\nnode_modules/\nuploads/*\n!uploads/.gitkeep\n*.log\r\n',
    'app/.gitignore': 'build\npkg/made/\n!keep.log\n',
    'uploads/.gitkeep': '',
    'app/keep.log': '',
  })
  expect(isLeftOutOfGit(path, project)).toBe(expected)
})

test('a list of what is kept', () => {
  const project = memoryProject({ '.gitignore': '*\n!*/\n!*.go\n', 'a.txt': '', 'a.go': '' })
  expect(['cmd', 'a.txt', 'a.go'].map((path) => isLeftOutOfGit(path, project))).toEqual([
    false,
    true,
    false,
  ])
})
