import { describe, expect, test } from 'vitest'
import { binaryName, readModule } from '../../transforms/go/sources/module.ts'

describe('go.mod', () => {
  test('blocks, single lines, comments, quotes and line ends', () => {
    const text =
      'module "example.com/a" // x\r\n\r\ngo 1.22\r\nrequire a.com/x v1.0.0\r\nrequire (\r\n\tb.com/y v1.0.0 // indirect\r\n\t// c.com/z v1\r\n)\r\nreplace d.com/w => ../w\r\n'
    expect(readModule(text, 'sub')).toEqual({
      folder: 'sub',
      path: 'example.com/a',
      requires: [
        { path: 'a.com/x', line: 4 },
        { path: 'b.com/y', line: 6 },
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
})
