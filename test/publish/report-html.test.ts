import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { campaignHtml } from '../../src/publish/report/html.ts'
import { script, scriptHash } from '../../src/publish/report/html-script.ts'
import { style } from '../../src/publish/report/html-style.ts'
import { states } from '../../src/publish/report/standing.ts'
import { hostile, oneOfEach, pull, surveyRow } from './campaign-rows.ts'

/** Names of all tags, and whether each one that needs an end has it, in order. */
function tagsOf(html: string): readonly string[] {
  const open: string[] = []
  const seen: string[] = []
  const content = html.replace(/<(style|script)>[^]*?<\/\1>/g, '<$1></$1>')
  for (const [, end = '', name = ''] of content.matchAll(
    /<(\/?)([a-z][a-z0-9]*)\b(?:[^>"]|"[^"]*")*>/g,
  )) {
    if (end === '') {
      seen.push(name)
      if (!['meta', 'input'].includes(name)) open.push(name)
    } else expect(open.pop()).toBe(name)
  }
  expect(open).toEqual([])
  expect(content.replace(/<[!/]?[a-z](?:[^>"]|"[^"]*")*>/g, '')).not.toMatch(/[<>]/)
  return seen
}

describe('the page of a campaign', () => {
  const page = campaignHtml(oneOfEach)

  test('is well formed, and has a row for each service', () => {
    const tags = tagsOf(page)
    expect(tags.filter((tag) => tag === 'tr')).toHaveLength(oneOfEach.length + 1)
    expect(tags.filter((tag) => tag === 'h1')).toHaveLength(1)
    expect(tags.filter((tag) => tag === 'script')).toHaveLength(1)
  })

  test('says totals, savings, states and reasons', () => {
    expect(page).toContain('14 services: 2 open, 1 merged, 1 with conflicts')
    expect(page).toContain(
      '<span>2.00 GB →</span> <span>200 MB</span> <small>2 measured, 10 % of it left</small>',
    )
    expect(page).toContain('conflicts <b>1</b> <small>7 %</small>')
    expect(page).toContain('<a href="https://github.com/acme/shop/pull/5" rel="noreferrer">#5</a>')
    expect(page).toContain('onbuild: ONBUILD instructions run elsewhere.')
    expect(page).toContain('<td role="cell" class="images">1.20 GB → 150 MB</td>')
  })

  test('loads nothing', () => {
    expect(page).not.toMatch(/\s(src|srcset)=|@import|url\(|<link|fetch\(|XMLHttpRequest/)
    expect(page).toContain("default-src 'none'")
    expect(page).toContain('prefers-color-scheme: dark')
  })

  test('lets its own script run, and no other', () => {
    expect(scriptHash).toBe(`sha256-${createHash('sha256').update(script).digest('base64')}`)
    expect(page).toContain(`script-src '${scriptHash}'`)
    expect(page).toContain(`<script>${script}</script>`)
  })

  test('has a colour for each state', () => {
    for (const state of states) {
      expect(style).toContain(`.s-${state} {`)
      // Light and dark.
      expect(style.split(`--${state}: #`)).toHaveLength(3)
    }
  })

  test('takes text of others for text', () => {
    const rows = [
      surveyRow(hostile, 'failed', { repository: hostile, reason: hostile }),
      surveyRow('" onmouseover="x', 'open', { pull: { number: 1, url: 'javascript:alert(1)' } }),
      surveyRow('b', 'open', { pull: { number: 2, url: 'https://x.example/"><b>' } }),
    ]
    const html = campaignHtml(rows)
    expect(tagsOf(html).filter((tag) => tag === 'script')).toHaveLength(1)
    expect(html).not.toContain('alert(1)</script>')
    expect(html).not.toContain('javascript:')
    expect(html).not.toContain('onmouseover="')
    expect(html).toContain('href="https://x.example/&quot;&gt;&lt;b&gt;"')
    expect(html).not.toMatch(/[\u202e\u001b]/)
  })

  test('has no column for sizes that nobody measured', () => {
    expect(campaignHtml([surveyRow('a', 'open', { pull: pull(1) })])).not.toContain('>Images<')
  })

  test('where there is nothing says so', () => {
    const html = campaignHtml([])
    tagsOf(html)
    expect(html).toContain('No services: no pull request of msb-migrate was found')
  })
})
