import type { TextSubject } from '../../src/publish/body/subject.ts'
import { different, ofExample, ofFixture, same, subjectOf } from './body-subject.ts'

/** A template as many repositories have it. */
export const template = `<!-- Thanks for your contribution! -->

## Description

Please include a summary of the change and why it is needed.

Fixes # (issue)

## Type of change

- [ ] Bug fix
- [ ] New feature

## Checklist

- [ ] I have tested this
- [ ] I have updated the docs
`

const settings = Array.from(
  { length: 400 },
  (_, i) => `ENV SHOP_SETTING_${i}="${'a value that goes on and on '.repeat(6)}${i}"`,
)

/** One body of each kind, by the name of its golden file. */
export const bodies: Readonly<Record<string, () => TextSubject>> = {
  'node-safe': () => subjectOf([ofExample('services/orders/Dockerfile')]),
  'go-assumptions': () => subjectOf([ofFixture('go/cgo-sqlite-volume', 'services/ledger')]),
  'static-site': () => subjectOf([ofExample('services/storefront/Dockerfile')]),
  php: () => subjectOf([ofExample('services/guestbook/Dockerfile')]),
  'verified-same': () =>
    subjectOf([{ ...ofExample('services/invoices/Dockerfile'), verification: same }]),
  'verified-different': () =>
    subjectOf([{ ...ofExample('services/catalog/Dockerfile'), verification: different }], {
      isDraftBecause: `services/catalog/Dockerfile: different: ${different.reason}`,
    }),
  'four-services': () =>
    subjectOf(
      [
        ofExample('services/catalog/Dockerfile'),
        ofExample('services/invoices/Dockerfile'),
        ofExample('services/orders/Dockerfile'),
        ofFixture('node/compose-runs-a-worker', 'services/mail'),
      ],
      {
        leftAlone: [
          ofExample('services/tools/preview/Dockerfile'),
          ofFixture('go/unknown-base-image', 'services/legacy'),
          ofFixture('node/dev-dependency-left-out', 'services/slugs'),
          ofFixture('node/start-reinstalls', 'services/admin'),
        ],
      },
    ),
  'hardened-only': () =>
    subjectOf([ofFixture('layer-order/npm-no-ignore-file', 'services/search')], {
      leftAlone: [ofExample('services/tools/preview/Dockerfile')],
    }),
  'long-diff': () =>
    subjectOf([
      ofFixture('go/templates-and-static', 'services/invoices', (source) =>
        source.replace(/^WORKDIR.*/m, (line) => `${line}\n${settings.join('\n')}`),
      ),
    ]),
  bitbucket: () =>
    subjectOf([ofExample('services/guestbook/Dockerfile')], {
      markdown: { folds: false, mermaid: false },
      bodyLimit: 32_768,
      fileUrl: (path, line) =>
        `https://bitbucket.org/acme/shop/src/0f3c9d2b/${path}${line === undefined ? '' : `#lines-${line}`}`,
    }),
  'own-template': () => subjectOf([ofExample('services/orders/Dockerfile')], { template }),
}
