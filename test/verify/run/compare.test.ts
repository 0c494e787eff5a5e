import { describe, expect, test } from 'vitest'
import { compareSights } from '../../../src/verify/judge/compare-sights.ts'
import { judgeRuns } from '../../../src/verify/judge/judge-runs.ts'
import type { Sight } from '../../../src/verify/run/observe.ts'
import { answer, ended, sight } from './sights.ts'

const nothing = { changes: [], replaced: [], ecosystem: undefined }

function messages(before: Sight, after: Sight): readonly string[] {
  return compareSights(before, after, nothing).map(
    ({ counts, finding: { code, message } }) => `${counts ? '' : 'note: '}${code}: ${message}`,
  )
}

describe('two runs', () => {
  test('that are alike', () => {
    const answers = { '/': answer(200, 'hello') }
    expect(messages(sight({ answers }), sight({ answers }))).toEqual([])
  })

  test.each([
    [answer(500), 'answer: /: status 200 before, 500 after'],
    [
      answer(200, 'hello', { type: 'text/plain' }),
      'answer-type: /: type text/html before, text/plain after',
    ],
    [
      answer(200, 'hello', { location: '/login' }),
      'answer: /: sends to nowhere before, /login after',
    ],
    [answer(200, 'hullo'), 'answer-body: /: "hello" before, "hullo" after'],
  ])('that answer otherwise', (now, message) => {
    const before = sight({ answers: { '/': answer(200, 'hello') } })
    expect(messages(before, sight({ answers: { '/': now } }))).toEqual([message])
  })

  test('of which one does not answer', () => {
    expect(messages(sight({ answers: { '/': answer(200) } }), sight())).toEqual([
      'answer: / is answered with 200 before, and not at all after',
    ])
  })

  test('whose bodies change by themselves, or whose error pages differ', () => {
    const before = sight({
      answers: { '/': answer(200, 'a'), '/no': answer(404, 'a') },
      unsteady: ['/'],
    })
    const after = sight({ answers: { '/': answer(200, 'b'), '/no': answer(404, 'b') } })
    expect(messages(before, after)).toEqual(['note: answer-body: /no: "a" before, "b" after'])
  })

  test.each([
    [
      '{ __kit_3dsq6y = 1 } __kit_3dsq6y',
      '{ __kit_14tyin3 = 1 } __kit_14tyin3',
      'build-id: /: names the build 3dsq6y before, 14tyin3 after',
    ],
    ['{ __kit_3dsq6y = 1 } __kit_3dsq6y', '{ __kit_14tyin3 = 1 } __kit_7zzkq1x', undefined],
    ['{ __kit_3dsq6y = 1 } 3dsq6y', '{ __kit_14tyin3 = 1 } hidden', undefined],
    ['runs node18', 'runs node20', undefined],
    ['12345', '67890', undefined],
  ])('whose pages name the build: %s, %s', (old, now, note) => {
    const [before, after] = [old, now].map((text) => sight({ answers: { '/': answer(200, text) } }))
    const said = before && after ? messages(before, after) : []
    expect(said).toEqual([
      note === undefined ? expect.stringMatching(/^answer-body/) : `note: ${note}`,
    ])
  })

  test('whose assets have other hashes', () => {
    const named = (path: string, text: string): Sight => {
      const found = sight({ answers: { '/x-<hash>.js': answer(200, text) } })
      return {
        ...found,
        interview: {
          ...found.interview,
          questions: [{ key: '/x-<hash>.js', path, from: 'page', role: 'scripts' }],
        },
      }
    }
    expect(messages(named('/x-1.js', 'a'), named('/x-2.js', 'b'))).toEqual([])
    expect(messages(named('/x-1.js', 'a'), named('/x-1.js', 'b'))).toHaveLength(1)
  })

  test('of which the second is a site’s build in place of a development server', () => {
    const page = (html: string): Sight => sight({ answers: { '/': answer(200, html) } })
    const before = page(
      '<!doctype html>\n<html lang="en">\n <!-- x --><meta\n name="viewport" content="width=device-width, initial-scale=1" /><script defer src="/static/js/bundle.js"></script><p>\n Hi</p>\n</html>',
    )
    const after = page(
      '<!doctype html><html lang="en" data-critters-container><noscript><link href="/m.css"></noscript><meta name="viewport" content="width=device-width,initial-scale=1"/><script src="/static/js/main.js"></script><link href="/m-<hash>.css" rel="stylesheet"/><p>Hi</p></html>',
    )
    const site = { ...nothing, ecosystem: 'static-frontend' }
    const [found] = compareSights(before, after, site)
    expect(found).toMatchObject({ counts: false, finding: { code: 'page-assets' } })
    expect(compareSights(before, page('<p>Other</p>'), site)[0]).toMatchObject({ counts: true })
    expect(compareSights(before, after, nothing)[0]).toMatchObject({ counts: true })
  })

  test('of which the second is a site that sends to the same place by another status', () => {
    const sends = (status: number, location: string): Sight =>
      sight({ answers: { '/soup': { ...answer(status), location } } })
    const site = { ...nothing, ecosystem: 'static-frontend' }
    const [found] = compareSights(sends(302, '/soup/'), sends(301, '/soup/'), site)
    expect(found).toMatchObject({ counts: false, finding: { code: 'redirect' } })
    const elsewhere = compareSights(sends(302, '/soup/'), sends(301, '/'), site)
    expect(elsewhere[0]).toMatchObject({ counts: true })
    expect(messages(sends(302, '/soup/'), sends(301, '/soup/'))).toEqual([
      'answer: /soup: status 302 before, 301 after',
    ])
  })

  test('of which one ends, with what it says of it', () => {
    const before = sight({ answers: { '/': answer(200) } })
    const after = ended(1, [
      "Error: Cannot find module 'pino'",
      "  code: 'MODULE_NOT_FOUND', Cannot find module 'pino'",
    ])
    const changes = [
      { rule: 'split-stages', title: 'Two stages', why: '', risk: 'safe', evidence: [] },
    ] as const
    expect(
      compareSights(before, after, { ...nothing, changes }).map(({ finding }) => finding),
    ).toEqual([
      { code: 'state', message: 'the container runs before, and ends with exit code 1 after' },
      {
        code: 'log-missing-module',
        message: `missing module pino: Error: Cannot find module 'pino' (left out by "Two stages")`,
        by: 'split-stages',
      },
    ])
  })

  test('of which one listens no more, or is not healthy', () => {
    const before = sight({ seen: { ports: [3000, 9090], health: 'healthy' } })
    const after = sight({ seen: { ports: [3000], health: 'unhealthy' } })
    expect(messages(before, after)).toEqual([
      'health: its health check says healthy before, and unhealthy after',
      'port: it listened on port 9090 before, and does not after',
    ])
    expect(messages(before, sight({ seen: { ports: undefined, health: 'healthy' } }))).toEqual([])
  })

  test('with errors that only the new one logs', () => {
    const before = sight({ log: ['Error: old at 12:00:01'] })
    const after = sight({ log: ['Error: old at 12:00:02', 'Error: new'] })
    expect(messages(before, after)).toEqual(['note: log: only the new container logs: Error: new'])
  })
})

describe('the verdict', () => {
  const judge = (before: Sight, after: Sight, noise: readonly Sight[] = []) => {
    const found = compareSights(before, after, nothing)
    const again = noise.flatMap((each) => compareSights(before, each, nothing))
    const { verdict, reason, notes } = judgeRuns({ before, after, found, noise: again }, [
      { code: 'volumes', message: 'nothing is mounted' },
    ])
    return { verdict, reason, notes: notes.map(({ code }) => code) }
  }

  test('of two that answer', () => {
    const both = sight({ seen: { answers: { '/': { ...answer(200), isSteady: true } } } })
    expect(judge(both, both)).toEqual({
      ...{ verdict: 'same', reason: 'Both answer alike: / 200.', notes: [] },
    })
  })

  test('of two that have nothing of what is asked', () => {
    const both = sight({ seen: { answers: { '/': { ...answer(404), isSteady: true } } } })
    expect(judge(both, both)).toMatchObject({ verdict: 'same', notes: ['only-error-pages'] })
  })

  test('leaves out what the old one does not do alike twice', () => {
    const before = sight({
      answers: { '/': answer(200, 'red') },
      seen: { answers: { '/': { ...answer(200), isSteady: true } } },
    })
    const after = sight({ answers: { '/': answer(200, 'blue') } })
    const again = sight({ answers: { '/': answer(200, 'green') } })
    expect(judge(before, after)).toMatchObject({ verdict: 'different' })
    expect(judge(before, after, [again])).toMatchObject({ verdict: 'same', notes: ['unsteady'] })
  })

  test('of two that end', () => {
    expect(judge(ended(0, ['done']), ended(0, ['done']))).toMatchObject({ verdict: 'same' })
    const refused = ended(1, ['Error: connect ECONNREFUSED 127.0.0.1:5432'])
    expect(judge(refused, refused)).toEqual({
      verdict: 'same',
      reason: 'Both end with exit code 1 and the same error; what comes after it was not compared.',
      notes: ['only-to-its-exit', 'volumes'],
    })
    expect(judge(refused, ended(1, ['Error: something else']))).toMatchObject({
      verdict: 'not-runnable',
    })
    expect(judge(refused, ended(1, ["Error: Cannot find module 'pino'"]))).toMatchObject({
      verdict: 'different',
    })
    expect(judge(ended(1, []), ended(1, []))).toMatchObject({
      verdict: 'not-runnable',
      reason: 'The old image ends with exit code 1 here, so nothing can be compared.',
    })
  })

  test('of two that never answer', () => {
    const silent = sight({ seen: { ports: [], port: undefined }, ready: 'over-time' })
    expect(judge(silent, silent)).toMatchObject({
      verdict: 'not-runnable',
      reason:
        'The old image runs, but does not get ready in time here, so nothing can be compared.',
    })
    const worker = sight({ seen: { ports: [], port: undefined }, ready: 'settled' })
    expect(judge(worker, worker)).toMatchObject({ verdict: 'same' })
  })
})
