import { isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import { refusals } from '../../plan/refusals/refusals.ts'
import { failures } from '../failures.ts'
import { findingsOf, type ReportFinding, verifiedRule } from './findings.ts'
import { createFingerprints } from './fingerprint.ts'
import { plainJson, shownText } from '../paint.ts'
import type { Rendering } from '../rendering.ts'
import type { RuleRow } from '../rule-row.ts'

/** What the document says of this program. */
export interface SarifTool {
  readonly version: string
  /** The rules that make changes. */
  readonly rules: readonly RuleRow[]
}

/** Where this program is published. */
const home = 'https://www.npmjs.com/package/msb-migrate'

interface SarifRule {
  readonly id: string
  readonly shortDescription: { readonly text: string }
  readonly fullDescription?: { readonly text: string }
  readonly help?: { readonly text: string }
  readonly defaultConfiguration: { readonly level: ReportFinding['level'] }
}

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), printed while it grows: the rules are the same for all
 * files, results come with the files.
 */
export function sarifRendering(tool: SarifTool): Rendering {
  const rules = rulesOf(tool)
  const indexes = new Map(rules.map(({ id }, index) => [id, index]))
  const fingerprintOf = createFingerprints()
  let isFirst = true
  const driver = {
    name: 'msb-migrate',
    version: tool.version,
    semanticVersion: tool.version,
    informationUri: home,
    rules,
  }
  const head = JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results: [] }],
  })
  const end = ']}]}'
  return {
    head: plainJson(head.slice(0, -end.length)),
    file: (report) =>
      findingsOf(report)
        .map((finding) => {
          const index = indexes.get(finding.rule)
          const result = resultOf(finding, index, fingerprintOf(finding, report))
          const text = `${isFirst ? '' : ','}\n${plainJson(JSON.stringify(result))}`
          isFirst = false
          return text
        })
        .join(''),
    tail: () => `\n${end}\n`,
    isSilentOnRefusals: false,
  }
}

function rulesOf({ rules }: SarifTool): readonly SarifRule[] {
  return [
    ...rules.map(({ name, title, isOptional }): SarifRule => ({
      id: name,
      shortDescription: { text: `${title}.` },
      defaultConfiguration: {
        level: 'note',
        ...(isOptional === true ? { enabled: false } : {}),
      },
    })),
    ...Object.entries(refusals).flatMap(([code, { outcome, sentence, why, help }]): SarifRule[] =>
      outcome === 'unchanged'
        ? []
        : [
            {
              id: code,
              shortDescription: { text: sentence },
              fullDescription: { text: why },
              help: { text: help },
              defaultConfiguration: { level: 'note' },
            },
          ],
    ),
    ...Object.entries(failures).map(([code, words]): SarifRule => ({
      id: code,
      shortDescription: { text: `Failed: ${words}.` },
      defaultConfiguration: { level: 'error' },
    })),
    {
      id: verifiedRule,
      shortDescription: { text: 'The image was not shown to be the same before and after.' },
      defaultConfiguration: { level: 'error' },
    },
  ]
}

function resultOf(
  { rule, level, path, line, title, message }: ReportFinding,
  ruleIndex: number | undefined,
  fingerprint: string,
): object {
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level,
    message: { text: messageText(`${title}. ${message}`) },
    locations: [
      { physicalLocation: { artifactLocation: locationOf(path), region: { startLine: line } } },
    ],
    partialFingerprints: { 'msbMigrate/v1': fingerprint },
  }
}

/** Plain text; what would be read as a link is none. SARIF 3.11.6. */
function messageText(text: string): string {
  return shownText(text).replace(/\[(?=[^\]]*\]\()/g, '\\[')
}

function locationOf(path: string): object {
  if (isAbsolute(path)) return { uri: pathToFileURL(path).href }
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' }
}
