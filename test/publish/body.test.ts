import { describe, expect, test } from 'vitest'
import type { FileReport } from '../../src/report/file-report.ts'
import { fillTemplate, templateProblem } from '../../src/publish/body/fill-template.ts'
import { findTemplate } from '../../src/publish/body/find-template.ts'
import { intoTemplate } from '../../src/publish/body/into-template.ts'
import { pullRequestText } from '../../src/publish/body/pull-request-text.ts'
import type { TextSubject } from '../../src/publish/body/subject.ts'
import { bodies, template } from './body-cases.ts'
import { hostileRefusals, hostileReport } from './body-hostile.ts'
import { marker, ofExample, ofFixture, subjectOf } from './body-subject.ts'

const text = (reports: readonly FileReport[], more: Partial<TextSubject> = {}) =>
  pullRequestText(subjectOf(reports, more), marker)
const orders = ofExample('services/orders/Dockerfile')
const ledger = ofFixture('go/cgo-sqlite-volume', 'services/ledger')
const at = (path: string, report = orders): FileReport => ({ ...report, path })

describe('the words of a pull request', () => {
  test.each(Object.keys(bodies))('%s', async (name) => {
    const subject = bodies[name]?.()
    if (subject === undefined) throw new Error(name)
    const { title, body, commitMessage } = pullRequestText(subject, marker)
    expect(body.startsWith(`${marker}\n\n`)).toBe(true)
    expect(body.length).toBeLessThanOrEqual(subject.bodyLimit)
    expect(title.length).toBeLessThanOrEqual(72)
    await expect(body).toMatchFileSnapshot(`bodies/${name}.md`)
    await expect(commitMessage).toMatchFileSnapshot(`bodies/${name}.commit.txt`)
  })

  test('of a body that is too long the diff goes first, then evidence, then reasons; never the marker, never what is to be checked', () => {
    const [report] = subjectOf([ledger]).reports
    const assumption = '- [ ] No volume that root owns is left from before at `/app/data`'
    const seen = new Set<string>()
    const { body: whole } = text([ledger])
    for (let bodyLimit = whole.length; bodyLimit >= 500; bodyLimit -= 37) {
      const { body } = text(report === undefined ? [] : [report], { bodyLimit })
      expect(body.length).toBeLessThanOrEqual(bodyLimit)
      expect(body.startsWith(marker)).toBe(true)
      expect(body).toContain(assumption)
      const parts = {
        diff: body.includes('```diff'),
        evidence: body.includes('main.go:13'),
        reason: body.includes('Whoever breaks into'),
        title: body.includes('**Run as a user without rights.**'),
      }
      seen.add(
        Object.entries(parts)
          .flatMap(([name, is]) => (is ? [name] : []))
          .join(),
      )
    }
    expect([...seen]).toEqual([
      'diff,evidence,reason,title',
      'evidence,reason,title',
      expect.stringMatching(/^reason,title$|^diff,reason,title$/),
      ...[...seen].slice(3, -1),
      '',
    ])
    expect(text([ledger], { bodyLimit: whole.length - 1 }).body).toMatch(
      /The last .* left out here/,
    )
  })

  test('a fence is longer than any in the diff, and the limit holds for such a diff, too', () => {
    for (const bodyLimit of [2_000, 6_000, 30_000]) {
      const { body } = text([hostileReport()], { bodyLimit, leftAlone: hostileRefusals(30) })
      expect(body.length).toBeLessThanOrEqual(bodyLimit)
      expect(body.startsWith(marker)).toBe(true)
    }
    expect(text([hostileReport()]).body).toContain('`````diff\n')
  })

  test('no issue is closed by what stands in a file, not even where a host looks into code', () => {
    const { body, title, commitMessage } = text([hostileReport()], {
      leftAlone: hostileRefusals(1),
    })
    // GitLab's own pattern: https://docs.gitlab.com/user/project/issues/managing_issues/#default-closing-pattern
    const gitlab =
      /\b(?:[Cc]los(?:e[sd]?|ing)|[Ff]ix(?:e[sd]|ing)?|[Rr]esolv(?:e[sd]?|ing)|[Ii]mplement(?:s|ed|ing)?):? +(?:issues? +)?(?:[\w.\/-]*#\d|https?:|[A-Z][A-Z0-9_]+-\d)/
    for (const words of [body, title, commitMessage]) expect(words).not.toMatch(gitlab)
    expect(commitMessage).not.toMatch(/@\w|#\d|(^|\s)!\d|GH-\d/)
    expect(title).not.toMatch(/@\w|#\d/)
  })

  test('a diagram has text in numbers where it could be syntax', () => {
    const diagram = /```mermaid\n([^]*?)```/.exec(text([hostileReport()]).body)?.[1] ?? ''
    const labels = [...diagram.matchAll(/"([^"]*)"/g)].map(([, label = '']) => label)
    expect(labels).not.toEqual([])
    for (const label of labels) {
      expect(label.replace(/#\d+;|<br\/>/g, '')).toMatch(/^[\w ./:+,=-]*$/)
      if (/style|class/.test(label)) expect(label).not.toContain(':')
    }
  })

  test('lines that a rule saw in the new file are not linked to the old one', () => {
    const { body } = text([ofExample('services/guestbook/Dockerfile')])
    expect(body).toContain(
      'in the new `services/guestbook/Dockerfile`: `RUN composer install --no-dev`',
    )
    expect(body).toContain('/services/guestbook/Dockerfile#L9): `COPY . .`')
  })

  test('how to try it: paths are quoted, a fork is named by its address', () => {
    const { body } = text([{ ...at("my apps/it's/web.Dockerfile"), context: 'my apps' }], {
      cloneRemote: 'https://git.example.org/bot/shop.git',
      branch: "msb-migrate/it's",
    })
    expect(body).toContain(
      "git fetch https://git.example.org/bot/shop.git 'msb-migrate/it'\\''s' && git switch --detach FETCH_HEAD\n" +
        "docker build -f 'my apps/it'\\''s/web.Dockerfile' -t it-s-web:try 'my apps'\n",
    )
    expect(text([{ ...at('Dockerfile'), context: '.' }]).body).toContain(
      'docker build -t app:try .\n',
    )
  })

  test('where nothing can be folded, a long diff is left to the page of changed files', () => {
    const { body } = text([ofExample('services/storefront/Dockerfile')], {
      markdown: { folds: false, mermaid: false },
    })
    expect(body).toContain('The diff has 50 lines; the list of changed files has all of it.')
    expect(body).not.toMatch(/<details|mermaid/)
  })
})

describe('the title', () => {
  const titleOf = (reports: readonly FileReport[], subjects: readonly string[] = []) =>
    text(reports, { subjects }).title
  const hardened = ofFixture('layer-order/npm-no-ignore-file', 'services/search')
  const single = ofFixture('layer-order/npm-build-in-the-same-run', 'services/search')
  const scoped = [
    'feat(web): add a page',
    'fix(api): mend it',
    'chore(deps): bump x',
    'Merge branch main',
  ]
  const plain = ['feat: add a page', 'fix: mend it', 'docs: say so']

  test('says what is done, and to what', () => {
    expect(titleOf([orders])).toBe('Build services/orders in two stages')
    expect(titleOf([at('Dockerfile')])).toBe('Build the image in two stages')
    expect(titleOf([at('worker.Dockerfile')])).toBe('Build worker.Dockerfile in two stages')
    expect(titleOf([hardened])).toBe('Improve the build of services/search')
    expect(titleOf([single])).toBe(
      'Install dependencies before the sources are copied in services/search',
    )
    expect(titleOf([orders, ledger])).toBe('Build 2 services in two stages')
    expect(titleOf([orders, ledger, hardened])).toBe(
      'Build 2 services in two stages, improve 1 more',
    )
    expect(titleOf([hardened, single])).toBe('Improve 2 Dockerfiles')
  })

  test('has the form of the log where that has one', () => {
    expect(titleOf([orders], scoped)).toBe('build(orders): build the image in two stages')
    expect(titleOf([orders], plain)).toBe('build: build services/orders in two stages')
    expect(titleOf([orders, ledger], scoped)).toBe('build: build 2 services in two stages')
    expect(titleOf([orders], ['Feat: Add a page', 'Fix: Mend it', 'Docs: Say so'])).toBe(
      'Build: Build services/orders in two stages',
    )
    expect(titleOf([orders], [...plain, 'Add', 'Mend', 'Say'])).toBe(
      'Build services/orders in two stages',
    )
    expect(titleOf([orders], plain.slice(1))).toBe('Build services/orders in two stages')
  })

  test('of a long path loses the middle', () => {
    const long = titleOf([at(`${'platform/teams/checkout/'.repeat(4)}backend/Dockerfile`)])
    expect(long).toBe('Build platform/teams/ch…ut/platform/teams/checkout/backend in two stages')
    expect(long.length).toBeLessThanOrEqual(72)
  })

  test('can be made by a template, and is the subject of the commit then, too', () => {
    const { title, commitMessage } = text([orders], {
      titleTemplate: '[docker] {{service}}: {{title}}',
    })
    expect(title).toBe('[docker] services/orders: Build services/orders in two stages')
    expect(commitMessage.startsWith(`${title}\n\n- Build`)).toBe(true)
    expect(text([orders], { titleTemplate: '{{ diff }}' }).title).toBe(
      'Build services/orders in two stages',
    )
  })
})

describe('templates', () => {
  test('of the user are filled in', () => {
    const { body } = text([ledger], {
      bodyTemplate: 'For {{ service }}:\n\n{{assumptions}}\n\n{{try}}\n{{files}}',
    })
    expect(body).toMatch(
      /^<!-- msb-migrate: .* -->\n\nFor services\/ledger:\n\n- \[ \] No volume .*\n\n```sh\n/,
    )
    expect(fillTemplate('{{title}} {{title}}', { title: '$& $1' })).toBe('$& $1 $& $1')
    expect(templateProblem('{{title}} {{ left-alone }}')).toBeUndefined()
    expect(templateProblem('{{titel}}')).toBe(
      "a template can't have {{titel}}; it can have {{title}}, {{service}}, {{summary}}, {{sizes}}, {{stages}}, {{changes}}, {{assumptions}}, {{left-alone}}, {{try}}, {{files}}, {{diff}}",
    )
  })

  test('of the repository are found where its host looks', () => {
    expect(
      findTemplate([
        'README.md',
        'docs/PULL_REQUEST_TEMPLATE.md',
        '.github/pull_request_template.md',
      ]),
    ).toBe('.github/pull_request_template.md')
    expect(findTemplate(['PULL_REQUEST_TEMPLATE', 'src/pull_request_template.md'])).toBe(
      'PULL_REQUEST_TEMPLATE',
    )
    expect(
      findTemplate([
        '.gitlab/merge_request_templates/Default.md',
        '.gitlab/merge_request_templates/Bug.md',
      ]),
    ).toBe('.gitlab/merge_request_templates/Default.md')
    expect(
      findTemplate(
        ['.github/PULL_REQUEST_TEMPLATE.md', '.gitea/pull_request_template.md'],
        'gitea',
      ),
    ).toBe('.gitea/pull_request_template.md')
    expect(
      findTemplate(
        ['.github/pull_request_template.md', '.gitlab/merge_request_templates/default.md'],
        'gitlab',
      ),
    ).toBe('.gitlab/merge_request_templates/default.md')
    expect(
      findTemplate(['.github/PULL_REQUEST_TEMPLATE/one.md', '.gitea/pull_request_template.yaml']),
    ).toBeUndefined()
  })

  test('of the repository keep all but the words that say what to write', () => {
    expect(intoTemplate(template, 'Ours.\n\n### Part')).toBe(
      template
        .trim()
        .replace(
          'Please include a summary of the change and why it is needed.',
          'Ours.\n\n### Part',
        ),
    )
    expect(intoTemplate('## Type of change\n\n- [ ] Fix\n', 'Ours.')).toBe(
      'Ours.\n\n## Type of change\n\n- [ ] Fix',
    )
    expect(
      intoTemplate(
        '---\nname: x\n---\n# What\n<!-- say\n## it -->\n\nOur rule: be kind.\n\n- [ ] Describe it\n',
        'Ours.\n\n### Part',
      ),
    ).toBe('# What\n\nOurs.\n\n## Part\n\nOur rule: be kind.\n\n- [ ] Describe it')
    expect(intoTemplate('**Summary**\r\n\r\n_Describe it_\r\n\r\n**Tests**\r\n', 'Ours.')).toBe(
      '**Summary**\n\nOurs.\n\n**Tests**',
    )
    expect(intoTemplate(' \n', 'Ours.')).toBe('Ours.')
  })
})
