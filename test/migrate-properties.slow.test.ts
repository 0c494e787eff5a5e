import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isParseFailure, parseDockerfile } from '../src/dockerfile/parse/parse.ts'
import type { Dockerfile } from '../src/dockerfile/instruction.ts'
import { migrate } from '../src/migrate.ts'
import type { Migrated } from '../src/plan/outcome.ts'
import { ecosystems, rules } from '../transforms/index.ts'
import { randomContext as project, randomDockerfile } from './random-dockerfile.ts'

function comments({ instructions, tail }: Dockerfile): readonly string[] {
  const inside = instructions.flatMap(({ keyword, heredocs, text }) =>
    keyword !== 'RUN' && heredocs.length > 0 ? [] : [text],
  )
  return [...instructions.map((instruction) => instruction.lead), ...inside, tail]
    .flatMap((text) => text.split('\n'))
    .map((text) => text.replace('\uFEFF', '').trim())
    .filter((text) => text.startsWith('#'))
    .sort()
}

/** Takes each of `some` out of `all`; what is not there. */
function without(some: readonly string[], all: readonly string[]): readonly string[] {
  const left = [...all]
  return some.filter((item) => {
    const at = left.indexOf(item)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

function parsed(text: string): Dockerfile {
  const result = parseDockerfile(text)
  if (isParseFailure(result)) throw new Error(`${result.code}: ${result.reason}\n${text}`)
  return result
}

function check(outcome: Migrated): void {
  const before = parsed(outcome.before)
  const after = parsed(outcome.after)
  expect(without(comments(before), comments(after))).toEqual([])
  const named = new Set(outcome.replaced.map((item) => item.line))
  const lost = without(
    before.instructions.filter((item) => !named.has(item.line)).map((item) => item.text.trim()),
    after.instructions.map((item) => item.text.trim()),
  )
  expect(lost).toEqual([])
  expect(outcome.origins.map((origin) => origin.line)).toEqual(
    after.instructions.map((item) => item.line),
  )
  for (const { line, text } of outcome.replaced)
    expect(before.instructions.find((item) => item.line === line)?.text.trimEnd()).toBe(
      text.trimEnd(),
    )
  expect(outcome.after.startsWith('\uFEFF')).toBe(outcome.before.startsWith('\uFEFF'))
  expect(outcome.after.endsWith('\n')).toBe(outcome.before.endsWith('\n'))
  const again = migrate(outcome.after, project, { ecosystems, rules })
  expect(again.outcome).toBe('unchanged')
}

const runs = Number(process.env['MSB_RUNS'] ?? 300)

describe('whatever the Dockerfile', () => {
  test('a migration loses nothing, parses, and changes nothing when it is run again', () => {
    let migrated = 0
    fc.assert(
      fc.property(randomDockerfile, (source) => {
        const outcome = migrate(source, project, { ecosystems, rules })
        expect(migrate(source, project, { ecosystems, rules })).toEqual(outcome)
        if (outcome.outcome !== 'migrated') {
          expect(outcome.reason).not.toBe('')
          return
        }
        migrated++
        expect(outcome.before).toBe(source)
        check(outcome)
      }),
      { numRuns: runs },
    )
    expect(migrated).toBeGreaterThan(runs / 20)
  }, 120_000)

  test('no text makes it throw', () => {
    const words = fc.constantFrom(
      'FROM',
      ' ',
      '\n',
      'a',
      '\\',
      '"',
      '[',
      '<<EOF',
      '$',
      '${',
      '`',
      '#',
      '=',
      '--from=',
      'COPY',
      'RUN',
      'golang:1.22',
      '\r',
      '\uFEFF',
      'ARG',
      'AS',
      '\t',
      "'",
      ']',
      ',',
    )
    const soup = fc.array(words, { maxLength: 40 }).map((all) => all.join(''))
    const damaged = fc
      .tuple(randomDockerfile, fc.nat(), fc.nat(20), soup)
      .map(([text, at, length, more]) => {
        const start = at % (text.length + 1)
        return text.slice(0, start) + more + text.slice(start + length)
      })
    fc.assert(
      fc.property(fc.oneof(soup, damaged), (source) => {
        const outcome = migrate(source, project, { ecosystems, rules })
        if (outcome.outcome === 'migrated') check(outcome)
      }),
      { numRuns: runs },
    )
  }, 120_000)
})
