import { describe, expect, test } from 'vitest'
import { astroAsks, svelteAsks } from '../../../transforms/javascript/tools/made-on-request.ts'

const page = (script: string) => `---\n${script}\n---\n<script>fetch('/api')</script>\n`

describe('a page of Astro', () => {
  test.each([
    ["const answer = await fetch('http://api/levels')", 'fetch'],
    ["axios.get('http://api').then(show)", 'axios.get'],
    ['const { name } = Astro.url.searchParams', 'Astro.url.searchParams'],
    ["Astro.cookies.get('user')", 'Astro.cookies'],
    ['const rows = await db.select()', 'db.select'],
    ["const posts = await getCollection('posts')", undefined],
    ["const posts = (await Astro.glob('../posts/*.md')).sort(byDate)", undefined],
    ['const { Content } = await entry.render()', undefined],
    ['await Promise.all(ids.map(readLevels))', 'Promise.all'],
    ["import Layout from '../layouts/Layout.astro'", undefined],
  ])('that runs %s', (script, words) => {
    expect(astroAsks('src/pages/index.astro', page(script))).toBe(words)
  })

  test('whose browser asks, or a module that no page is', () => {
    expect(astroAsks('src/pages/index.astro', page(''))).toBeUndefined()
    expect(astroAsks('src/lib/api.ts', 'await fetch(url)')).toBeUndefined()
    expect(astroAsks('src/pages/feed.xml.ts', 'export const GET = () => fetch(url)')).toBe('fetch')
  })
})

test.each([
  ['src/routes/+page.server.ts', true, 'fetch'],
  ['src/routes/+page.ts', true, undefined],
  ['src/routes/+page.ts', false, 'fetch'],
  ['src/lib/api.ts', false, undefined],
])('a page of SvelteKit: %s, in the browser: %s', (path, inBrowser, words) => {
  expect(svelteAsks(inBrowser)(path, 'export const load = ({ fetch }) => fetch (url)')).toBe(words)
})
