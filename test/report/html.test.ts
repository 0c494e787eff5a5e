import { createHash } from 'node:crypto'
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import { filterHash, filterScript } from '../../src/report/html/filter-script.ts'
import { htmlRendering } from '../../src/report/html/html-rendering.ts'
import { inventoryHtml } from '../../src/report/inventory/inventory-html.ts'
import { inventoryFile } from '../../src/report/inventory/inventory.ts'
import { all, commandLine, controls, hostile, path, printed } from './hostile.ts'

type Element = DefaultTreeAdapterMap['element']
type Node = DefaultTreeAdapterMap['node']

/** All elements of a page; parsing it must find no fault. */
function elementsOf(html: string): readonly Element[] {
  const faults: string[] = []
  const page = parse(html, {
    onParseError: ({ code, startLine }) => faults.push(`${code}:${startLine}`),
  })
  expect(faults).toEqual([])
  const below = (node: Node): readonly Element[] => [
    ...('tagName' in node ? [node] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(below) : []),
  ]
  return below(page)
}

const attribute = ({ attrs }: Element, name: string): string =>
  attrs.find((each) => each.name === name)?.value ?? ''

function textOf(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

const pages = {
  run: printed(htmlRendering()),
  inventory: inventoryHtml(all.map(inventoryFile)),
}

describe.each(Object.entries(pages))('the page of %s', (_, html) => {
  const elements = elementsOf(html)
  const named = (name: string): readonly Element[] =>
    elements.filter(({ tagName }) => tagName === name)

  test('takes text of others for text', () => {
    expect(named('script')).toHaveLength(1)
    for (const name of ['img', 'br', 'iframe', 'link', 'object']) expect(named(name)).toEqual([])
    const handlers = elements.flatMap(({ attrs }) => attrs.filter(({ name }) => /^on/.test(name)))
    expect(handlers).toEqual([])
    expect(html).not.toMatch(controls)
    expect(html).not.toMatch(commandLine)
    expect(named('code').map(textOf)).toContain(path.replace('\n', ' '))
  })

  test('loads nothing, and lets its own script run alone', () => {
    const hash = createHash('sha256').update(filterScript).digest('base64')
    expect(filterHash).toBe(`sha256-${hash}`)
    expect(named('script').map(textOf)).toEqual([filterScript])
    const policy = named('meta').find((each) => attribute(each, 'http-equiv') !== '')
    expect(policy && attribute(policy, 'content')).toBe(
      `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    )
    const loading = ['src', 'srcset', 'data', 'action', 'background', 'poster']
    const used = elements.flatMap(({ attrs }) => attrs.map(({ name }) => name))
    expect(used.filter((name) => loading.includes(name))).toEqual([])
    expect(named('style').map(textOf).join('')).not.toMatch(/@import|url\(/)
  })

  test('has headings in order, labels, and links that lead somewhere', () => {
    const levels = elements
      .flatMap(({ tagName }) => /^h([1-6])$/.exec(tagName)?.[1] ?? [])
      .map(Number)
    expect(levels[0]).toBe(1)
    levels.forEach((level, i) => {
      expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1)
    })
    const ids = elements.map((each) => attribute(each, 'id')).filter(Boolean)
    expect(new Set(ids).size).toBe(ids.length)
    for (const link of named('a')) expect(ids).toContain(attribute(link, 'href').slice(1))
    for (const field of [...named('select'), ...named('input')])
      expect((field.parentNode as Element).tagName).toBe('label')
    for (const row of named('tr').filter((each) => attribute(each, 'data-part') !== ''))
      expect(ids).toContain(attribute(row, 'data-part'))
  })

  test('has a row with its filters for each file', () => {
    const outcomes = named('tr').map((each) => attribute(each, 'data-outcome'))
    expect(outcomes.filter(Boolean)).toEqual(['migrated', 'refused', 'failed', 'unchanged'])
  })
})

test('a file has its stages as pictures with words, its reasons and its diff', () => {
  const elements = elementsOf(printed(htmlRendering(), [hostile]))
  const pictures = elements.filter(({ tagName }) => tagName === 'svg')
  expect(pictures.map((each) => attribute(each, 'aria-label'))).toEqual([
    'Before: the image on node:20',
    expect.stringMatching(
      /^After: ghcr\.io.*; builder on node:20; the image on node:20-slim, .* from builder/,
    ),
  ])
  const text = textOf(elements[0] as Node)
  expect(text).toContain('To review: ')
  expect(text).toContain('+FROM node:20 AS builder')
})
