import { describe, expect, test } from 'vitest'
import { annotationRendering } from '../../src/report/findings/annotations.ts'
import type { FileReport } from '../../src/report/file-report.ts'
import { controls, failure, hostile, path, printed, unchanged } from './hostile.ts'

/** As the runner reads a command: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs */
function read(line: string): { command: string; message: string } & Record<string, string> {
  const [, command = '', list = '', message = ''] = /^::(\w+)(?: (.*?))?::(.*)$/.exec(line) ?? []
  const data = (text: string): string =>
    text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%')
  const pairs = list.split(',').map((pair): [string, string] => {
    const at = pair.indexOf('=')
    const value = pair
      .slice(at + 1)
      .replace(/%3A/g, ':')
      .replace(/%2C/g, ',')
    return [pair.slice(0, at), data(value)]
  })
  return { command, message: data(message), ...Object.fromEntries(pairs) }
}

const linesOf = (reports: readonly FileReport[]): readonly string[] =>
  printed(annotationRendering(), reports).trimEnd().split('\n')

describe('annotations', () => {
  test('name file, line, title and reason, and give no other command', () => {
    const lines = linesOf([hostile, failure, unchanged])
    expect(lines).toHaveLength(2)
    const first = read(lines[0] ?? '')
    expect(first).toMatchObject({ command: 'warning', file: path, line: '1' })
    expect(first['title']).toContain('::error::x')
    expect(first.message).toContain('%0A, "q"')
    expect(read(lines[1] ?? '')).toEqual({
      ...{ command: 'error', file: '/abs/Dockerfile', line: '1', title: 'Failed: unreadable' },
      message: 'There is no such file. Look.',
    })
    for (const line of lines) {
      expect(line).not.toMatch(controls)
      expect(line).not.toContain('##[')
    }
  })

  test('ten of a level, and how many more there are', () => {
    const many = Array.from({ length: 1013 }, () => failure)
    const lines = linesOf([...many, hostile])
    expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10)
    expect(lines.filter((line) => line.startsWith('::warning'))).toHaveLength(1)
    expect(lines.at(-1)).toBe(
      '1,003 more errors: GitHub shows 10 of a level, so these are not annotated.',
    )
  })
})
