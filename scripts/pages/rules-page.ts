import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ruleRows } from '../../src/cli/rule-names.ts'
import type { RuleRow } from '../../src/report/rule-row.ts'
import { isEcosystem } from '../../src/plan/ecosystem.ts'
import { splitRule } from '../../src/plan/rule-names.ts'
import { ecosystems } from '../../transforms/index.ts'
import { notice } from './notice.ts'

/** A fixture of each ecosystem that shows what it does on few lines. */
const fixtures: Readonly<Record<string, string>> = {
  go: 'go/embedded-files',
  'static-frontend': 'static-frontend/vite-react-serve-single',
  node: 'node/comments-and-labels-first',
  php: 'php/composer-no-dev-already',
  python: 'python/flask-gunicorn',
}

/** docs/rules.md: every rule, and what the split makes of each ecosystem. `root` is the repository. */
export function rulesPage(root: string): string {
  const splits = ecosystems.filter(isEcosystem)
  const isOff = ({ isOptional = false }: RuleRow) => isOptional
  const list = (rows: readonly RuleRow[]) =>
    rows.map(({ name, title }) => `- [\`${name}\`](#${name}): ${title}`).join('\n')
  return `${notice('src/cli/rule-names.ts and transforms/')}
# Rules

What the program can change in a Dockerfile; \`msb-migrate explain RULE\` prints what stands here. These rules are on:

${list(ruleRows.filter((row) => !isOff(row)))}
${offRules(list(ruleRows.filter(isOff)))}
A rule is left out on the command line (\`--skip RULE\`), for a project ([configuration](configuration.md#keys)) or for one file ([a comment](configuration.md#comments-in-a-dockerfile)):

\`\`\`yaml
rules:
  RULE: false
\`\`\`

\`\`\`dockerfile
# msb-migrate: ignore RULE
\`\`\`

A change is \`safe\`, or for \`review\` where it rests on an assumption, which is said; \`--safe\` leaves those out.

${ruleRows.map(ruleText).join('\n')}
## What a split makes

\`${splitRule}\` asks the first of these that the file is one of. None can be left out by itself; [\`overrides\`](configuration.md#keys) leave the rule out for some files. Files of other
kinds are refused with [\`no-transform\`](refusals.md#no-transform); the rules above work on them all the same.

${splits.map(({ name, title, about = '' }) => `### ${title}\n\n${about}\n${fixtureText(root, name)}`).join('\n')}`
}

/** The rules that somebody has to ask for, as a list; empty where there are none. */
const offRules = (rows: string) =>
  rows === ''
    ? ''
    : `
These are off unless asked for: by \`--with RULE\` (\`all\` is all of them), for a project or for one file:

${rows}

\`\`\`yaml
rules:
  RULE: true
\`\`\`

\`\`\`dockerfile
# msb-migrate: use RULE
\`\`\`
`

function ruleText({ name, title, about, isOptional = false }: (typeof ruleRows)[number]): string {
  const off = isOptional ? ' Off unless asked for.' : ''
  if (about === undefined) return `## \`${name}\`\n\n${title}.${off}\n`
  const { why, risk, example } = about
  const inFile = example.file === 'Dockerfile' ? '' : `, in \`${example.file}\``
  const before = example.before === '' ? '' : `Before${inFile}:\n\n${fence(example.before)}\n`
  return `## \`${name}\`

${title}.${off}

- Why: ${why}
- Risk: ${risk}

${before}After${inFile}:

${fence(example.after)}`
}

function fixtureText(root: string, ecosystem: string): string {
  const fixture = fixtures[ecosystem]
  if (fixture === undefined) throw new Error(`${ecosystem} has no fixture on the page of rules`)
  const read = (file: string) => readFileSync(join(root, '__fixtures__', fixture, file), 'utf8')
  return `
Before, as in [\`${fixture}\`](../__fixtures__/${fixture}/input.Dockerfile):

${fence(read('input.Dockerfile'))}
After:

${fence(read('output.Dockerfile'))}`
}

const fence = (text: string): string => `\`\`\`dockerfile\n${text.trimEnd()}\n\`\`\`\n`
