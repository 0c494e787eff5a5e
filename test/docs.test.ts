import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { makePages } from '../scripts/pages/pages.ts'

// Pages that are made from the code say what the code says; `npm run docs` writes them.
const root = path.join(import.meta.dirname, '..')

describe('pages made from the code', async () => {
  for (const page of await makePages(root))
    test(page.path, () => {
      const file = path.join(root, page.path)
      expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(page.text)
    })

  const pages = ['README.md', 'CONTRIBUTING.md', 'transforms/README.md']
  const ofDocs = readdirSync(path.join(root, 'docs')).filter((name) => name.endsWith('.md'))
  for (const page of [...pages, ...ofDocs.map((name) => `docs/${name}`)])
    test(`the links of ${page} lead to something`, () => {
      const text = readFileSync(path.join(root, page), 'utf8').replaceAll(/```[^]*?```/g, '')
      const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
      const lost = links.filter((link) => !/^\w+:/.test(link) && !leadsTo(page, link))
      expect(lost).toEqual([])
    })

  const man = path.join(root, 'docs/msb-migrate.1')
  const has = (program: string): boolean =>
    spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined

  test.runIf(has('groff'))('the manual page is one, says groff', () => {
    const args = ['-man', '-Tutf8', '-ww', '-rCHECKSTYLE=3', '-P-c', man]
    const { stdout, stderr, status } = spawnSync('groff', args, { encoding: 'utf8' })
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
    expect(stdout).toMatch(/--dry-run/)
  })

  test.runIf(has('mandoc'))('the manual page is one, says mandoc', () => {
    const args = ['-T', 'lint', '-W', 'error', man]
    const { stdout, status } = spawnSync('mandoc', args, { encoding: 'utf8' })
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 })
  })
})

/** Is there such a file, and such a heading in it? https://github.com/gjtorikian/html-pipeline: how GitHub names headings. */
function leadsTo(page: string, link: string): boolean {
  const [file = '', heading] = link.split('#')
  const target = file === '' ? path.join(root, page) : path.join(root, path.dirname(page), file)
  if (!existsSync(target)) return false
  if (heading === undefined || !target.endsWith('.md')) return true
  const text = readFileSync(target, 'utf8').replaceAll(/```[^]*?```/g, '')
  return [...text.matchAll(/^#+ (.*)$/gm)].some(([, title = '']) => anchorOf(title) === heading)
}

const anchorOf = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-')
