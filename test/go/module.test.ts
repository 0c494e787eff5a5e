import { describe, expect, test } from 'vitest'
import { memoryProject } from '../memory-project.ts'
import { binaryName, findModule, localModules, readModule } from '../../src/facts/go/modules.ts'

describe('go.mod', () => {
  test('blocks, single lines, comments, quotes and line ends', () => {
    const text =
      'module "example.com/a" // x\r\n\r\ngo 1.22\r\nrequire a.com/x v1.0.0\r\nrequire (\r\n\tb.com/y v1.0.0 // indirect\r\n\t// c.com/z v1\r\n)\r\nreplace d.com/w => ../w\r\n'
    expect(readModule(text, 'sub')).toEqual({
      folder: 'sub',
      path: 'example.com/a',
      requires: [
        { path: 'a.com/x', version: 'v1.0.0', line: 4 },
        { path: 'b.com/y', version: 'v1.0.0', line: 6 },
      ],
      replaces: [{ path: 'd.com/w', folder: '../w' }],
    })
  })

  test.each([
    ['example.com/app', 'app'],
    ['example.com/app/v2', 'app'],
    ['gopkg.in/tool.v3', 'tool'],
    ['app', 'app'],
    ['v2', 'v2'],
    ['example.com/app/v1', 'v1'],
    ['example.com/cmd/v20', 'cmd'],
  ])('the name of what is built of %s', (path, name) => {
    expect(binaryName(path)).toBe(name)
  })

  test('a block without a blank before its bracket, and quoted paths', () => {
    const { requires, replaces } = readModule(
      'module a.com/a\nrequire(\n"b.com/b" v1.0.0\n)\nreplace (\n\ta.com/x v1.2.0 => `./x`\n\ta.com/y => b.com/y v1.0.0\n)\n',
      '',
    )
    expect(requires).toEqual([{ path: 'b.com/b', version: 'v1.0.0', line: 3 }])
    expect(replaces).toEqual([{ path: 'a.com/x', folder: './x' }])
  })

  test('modules beside: replaced, of the workspace, and outside of the context', () => {
    const project = memoryProject({
      'go.work': 'go 1.22\n\nuse (\n\t./app // the service\n\t"./lib"\n)\nreplace e.com/e => ./e\n',
      'app/go.mod': 'module a.com/app\nreplace a.com/x => ../x\nreplace a.com/y => ../../y\n',
      'lib/go.mod': 'module a.com/lib\n',
      'x/x.go': 'package x\n',
      'y/y.go': 'package y\n',
      'e/e.go': 'package e\n',
    })
    const places = localModules(project, findModule(project, 'app')).map(
      ({ path, folder }): [string, string | undefined] => [path, folder],
    )
    expect(Object.fromEntries(places)).toEqual({
      'a.com/app': 'app',
      'a.com/x': 'x',
      'a.com/y': undefined,
      'e.com/e': 'e',
      'a.com/lib': 'lib',
    })
  })
})
