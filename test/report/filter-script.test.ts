import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { filterScript } from '../../src/report/html/filter-script.ts'
import { script } from '../../src/publish/report/html-script.ts'

/** As much of a page as the scripts touch. */
function page(rows: readonly Readonly<Record<string, string>>[], fields: readonly string[]) {
  const parts = new Map<string, { hidden: boolean; scrollIntoView: () => void }>()
  const scrolled: string[] = []
  const add = (id: string) =>
    parts.set(id, { hidden: false, scrollIntoView: () => scrolled.push(id) })
  add('parts')
  for (const { part } of rows) if (part !== undefined) add(part)
  const made = rows.map((dataset) => ({
    dataset,
    hidden: false,
    textContent: Object.values(dataset).join(' '),
  }))
  const body = {
    rows: [...made],
    append: (...all: typeof made) => {
      body.rows = all
    },
  }
  const listeners = new Map<string, () => void>()
  const listen = (name: string, what: () => void) => listeners.set(name, what)
  const controls = fields.map((name) => ({ name, value: '', addEventListener: listen }))
  const control = (name: string) => {
    const found = controls.find((each) => each.name === name)
    if (found === undefined) throw new Error(name)
    return found
  }
  const output = { value: '' }
  const form = {
    hidden: true,
    elements: Object.assign(
      { namedItem: control },
      Object.fromEntries(controls.map((each) => [each.name, each])),
    ),
    querySelectorAll: () => controls.filter(({ name }) => name !== 'text'),
    querySelector: () => output,
    addEventListener: listen,
    reset: () => {
      for (const each of controls) each.value = ''
    },
  }
  const location = { hash: '' }
  const document = {
    querySelector: (selector: string) => (selector === 'form' ? form : body),
    getElementById: (id: string) => parts.get(id) ?? null,
  }
  return {
    form,
    run: (text: string) => {
      runInNewContext(text, { document, location, addEventListener: listen })
    },
    choose: (name: string, value: string) => {
      control(name).value = value
      listeners.get('input')?.()
      if (name === 'sort') listeners.get('change')?.()
    },
    keep: (name: string, value: string) => (control(name).value = value),
    go: (hash: string) => {
      location.hash = hash
      listeners.get('hashchange')?.()
    },
    send: (name: string) => listeners.get(name)?.(),
    seen: () => body.rows.filter(({ hidden }) => !hidden).map(({ dataset }) => dataset['name']),
    hidden: () => [...parts].filter(([, { hidden }]) => hidden).map(([id]) => id),
    said: () => output.value,
    scrolled,
  }
}

const files = [
  { name: 'api', outcome: 'migrated', rule: 'split-stages layer-order', part: 'file1' },
  { name: 'web', outcome: 'refused', rule: 'onbuild', part: 'file2' },
  { name: 'old', outcome: 'unchanged', rule: 'already-multi-stage' },
]

test('a list is filtered by all that is chosen, and what is said of its rows with it', () => {
  const it = page(files, ['outcome', 'rule', 'text'])
  it.run(filterScript)
  expect([it.form.hidden, it.said(), it.hidden()]).toEqual([false, '3 of 3 shown', []])
  it.choose('rule', 'layer-order')
  expect([it.seen(), it.hidden()]).toEqual([['api'], ['file2']])
  it.choose('outcome', 'refused')
  expect([it.seen(), it.hidden(), it.said()]).toEqual([
    [],
    ['parts', 'file1', 'file2'],
    '0 of 3 shown',
  ])
  it.form.reset()
  it.choose('text', 'OLD unch')
  expect([it.seen(), it.hidden()]).toEqual([['old'], ['parts', 'file1', 'file2']])
})

test('what a browser puts back late is heeded, and a link leads to what was filtered out', () => {
  const it = page(files, ['outcome', 'rule', 'text'])
  it.run(filterScript)
  it.keep('outcome', 'migrated')
  it.send('pageshow')
  expect(it.seen()).toEqual(['api'])
  it.go('#file1')
  expect([it.seen(), it.scrolled]).toEqual([['api'], []])
  it.go('#file2')
  expect([it.seen(), it.scrolled]).toEqual([['api', 'web', 'old'], ['file2']])
})

test('services are filtered and sorted, and come back to where they were', () => {
  const services = [
    { name: 'a', state: 'open', group: 'waits', repository: 'z', service: 'a', saved: '1' },
    { name: 'b', state: 'merged', group: 'done', repository: 'y', service: 'b', saved: '9' },
  ]
  const it = page(services, ['state', 'sort', 'text'])
  it.run(script)
  it.choose('sort', 'saved')
  expect(it.seen()).toEqual(['b', 'a'])
  it.choose('state', 'group waits')
  expect([it.seen(), it.said()]).toEqual([['a'], '1 of 2 shown'])
  it.choose('state', '')
  it.keep('sort', '')
  it.send('pageshow')
  expect(it.seen()).toEqual(['a', 'b'])
})
