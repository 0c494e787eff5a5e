import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { describe, expect, test } from 'vitest'
import { markdownRendering } from '../../src/report/markdown/markdown-rendering.ts'
import { all, commandLine, controls, hostile, printed, unchanged } from './hostile.ts'

type Node = DefaultTreeAdapterMap['node']

/** Names of all elements of a page of Markdown, as GitHub reads it. */
function elementsOf(markdown: string): readonly string[] {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  })
  const names = (node: Node): readonly string[] => [
    ...('tagName' in node ? [node.tagName] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(names) : []),
  ]
  return names(parseFragment(html))
}

describe('markdown', () => {
  test('a hostile file is text in it', () => {
    const text = printed(markdownRendering())
    const elements = elementsOf(text)
    for (const name of ['script', 'img', 'b', 'br', 'a', 'h1', 'h2'])
      expect(elements).not.toContain(name)
    expect(elements.filter((name) => name === 'details')).toHaveLength(3)
    expect(elements.filter((name) => name === 'pre')).toHaveLength(1)
    // Four files and the head, of five cells each.
    expect(elements.filter((name) => name === 'th')).toHaveLength(5 + 3)
    expect(elements.filter((name) => name === 'td')).toHaveLength(4 * 5 + 3)
    expect(text).not.toMatch(controls)
    expect(text).not.toMatch(commandLine)
  })

  test('a file that stays is a row, one that changes has its reasons and its diff', () => {
    const text = printed(markdownRendering(), [unchanged])
    expect(text).toMatchInlineSnapshot(`
      "1 Dockerfile: 1 unchanged (already-multi-stage).

      | Dockerfile | | ecosystem | stages | changes |
      | --- | --- | --- | --- | --- |
      | \`u/Dockerfile\` | unchanged |  | 2 | \`already-multi-stage\` |
      "
    `)
    expect(printed(markdownRendering(), [hostile])).toContain('- To review: ')
  })

  test('keeps a limit: details go first, then rows, which is said', () => {
    const many = Array.from({ length: 200 }, () => all).flat()
    const whole = printed(markdownRendering(), many)
    for (const limit of [Buffer.byteLength(whole) - 1, 60_000, 3000]) {
      const text = printed(markdownRendering(limit), many)
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit)
      expect(text).toContain('More details do not fit in here.')
    }
    const short = printed(markdownRendering(3000), many)
    expect(short).toMatch(/\d+ more Dockerfiles do not fit/)
    expect(elementsOf(short)).not.toContain('script')
  })
})
