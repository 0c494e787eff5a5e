import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { beforeAll, describe, expect, test } from 'vitest'
import { pullRequestText } from '../../src/publish/body/pull-request-text.ts'
import type { TextSubject } from '../../src/publish/body/subject.ts'
import { bodies } from './body-cases.ts'
import { hostileRefusals, hostileReport, hostileWords } from './body-hostile.ts'
import { marker, subjectOf } from './body-subject.ts'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

const { GITEA_URL: url, GITEA_TOKEN: token } = process.env
const server = url === undefined || token === undefined ? undefined : { url, token }
const title = 'bodies as a real Gitea shows them'

describe.skipIf(server === undefined)(
  server === undefined ? `${title} (left out: GITEA_URL and GITEA_TOKEN are not set)` : title,
  () => {
    let login = ''
    beforeAll(async () => {
      const answer: unknown = await (await ask('user')).json()
      login = (answer as { login: string }).login
    })

    const show = async (subject: TextSubject): Promise<Page> =>
      pageOf(await render(pullRequestText(subject, marker).body, login))

    test('this server does act on what bodies must not say', async () => {
      const page = pageOf(await render(`@${login} #1 acme/shop#3 !4 :tada: <b>x</b>`, login))
      expect(page.all('a').map(textOf)).toEqual([`@${login}`, '#1', 'acme/shop#3', '!4'])
      expect(page.html).toContain('🎉')
      expect(page.all('b')).toHaveLength(1)
    })

    test.each(Object.keys(bodies).filter((name) => name !== 'bitbucket'))('%s', async (name) => {
      const subject = bodies[name]?.()
      if (subject === undefined) throw new Error(name)
      const page = await show(subject)
      // Nothing of the Markdown is left over as text.
      expect(page.prose).not.toMatch(/\*\*|```|\[ \]|<\/?\w|\]\(|^#+ |\|/m)
      expect(page.html).not.toContain('msb-migrate:')
      expect(strange(page)).toEqual([])
    })

    test('a checklist, folds, links, tables and diagrams come out', async () => {
      const page = await show(bodies['four-services']?.() ?? subjectOf([]))
      expect(page.all('input').map(({ attrs }) => attribute(attrs, 'type'))).toEqual(['checkbox'])
      expect(page.all('summary').map(textOf)).toEqual([
        'services/catalog/Dockerfile: two changes',
        'services/invoices/Dockerfile: three changes',
        'services/orders/Dockerfile: two changes',
        'services/mail/Dockerfile: three changes',
        'Four other Dockerfiles of this repository were looked at and stay as they are',
        expect.stringMatching(/^\d+ lines$/),
      ])
      expect(page.all('details')).toHaveLength(6)
      expect(page.all('table')).toHaveLength(4)
      const languages = page
        .all('code')
        .flatMap(({ attrs }) => /language-(\w+)/.exec(attribute(attrs, 'class'))?.[1] ?? [])
      expect(languages).toEqual(['mermaid', 'mermaid', 'mermaid', 'mermaid', 'sh', 'diff'])
      expect(page.all('a').length).toBeGreaterThan(20)
    })

    test('nothing that stands in a file becomes markup, a link, a mention or a reference', async () => {
      const page = await show(
        subjectOf([hostileReport(), hostileReport()], { leftAlone: hostileRefusals(5) }),
      )
      expect(strange(page)).toEqual([])
      const words = hostileWords.replace(/\s+/g, ' ')
      const evidence = page
        .all('code')
        .map(textOf)
        .map((text) => text.replaceAll('\u2060', ''))
      expect(evidence).toContain(`${words.slice(0, 119)}…`)
      expect(page.prose.replaceAll('\u2060', '')).toContain('<script>alert(1)</script>')
      expect(page.all('details')).toHaveLength(4)
      expect(page.all('input')).toHaveLength(1)
      expect(page.all('table')).toHaveLength(2)
      expect(page.all('td')).toHaveLength(6)
    })
  },
)

interface Page {
  readonly html: string
  /** All text but that of blocks of code. */
  readonly prose: string
  readonly all: (tag: string) => readonly Element[]
}

function pageOf(html: string): Page {
  const elements: Element[] = []
  const prose: string[] = []
  const walk = (node: Node, isCode: boolean): void => {
    if ('tagName' in node) elements.push(node)
    if (node.nodeName === '#text' && 'value' in node && !isCode) prose.push(node.value)
    if ('childNodes' in node)
      for (const child of node.childNodes)
        walk(
          child,
          isCode || ('tagName' in node && (node.tagName === 'pre' || node.tagName === 'code')),
        )
  }
  walk(parseFragment(html), false)
  return {
    html,
    prose: prose.join(''),
    all: (tag) => elements.filter((each) => each.tagName === tag),
  }
}

/** What has no business on the page: links elsewhere, pictures, elements that a body never has. */
function strange(page: Page): readonly string[] {
  const links = page
    .all('a')
    .map(({ attrs }) => attribute(attrs, 'href'))
    .filter((href) => !href.startsWith('https://github.com/acme/shop/blob/'))
  const tags = ['img', 'b', 'script', 'em', 'del', 'h1', 'span.emoji'].flatMap((tag) => {
    const [name = '', className] = tag.split('.')
    return page
      .all(name)
      .filter(({ attrs }) => className === undefined || attribute(attrs, 'class') === className)
      .map((element) => `${tag}: ${textOf(element)}`)
  })
  return [...links, ...tags]
}

function attribute(attrs: Element['attrs'], name: string): string {
  return attrs.find((each) => each.name === name)?.value ?? ''
}

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

/** https://docs.gitea.com/api: as the page of a pull request shows a comment. */
async function render(text: string, login: string): Promise<string> {
  const answer = await ask('markdown', { Text: text, Mode: 'comment', Context: `${login}/shop` })
  return answer.text()
}

async function ask(path: string, body?: unknown): Promise<Response> {
  const answer = await fetch(`${server?.url ?? ''}/api/v1/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `token ${server?.token ?? ''}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer
}
