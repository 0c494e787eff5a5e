import { exampleOf } from '../../src/plan/refusals/examples.ts'
import { refusals, type RefusalRow } from '../../src/plan/refusals/refusals.ts'
import { notice } from './notice.ts'

/** docs/refusals.md: every code that an outcome can carry, with its sentences. */
export function refusalsPage(): string {
  const rows = Object.entries(refusals)
  const promises = rows.filter(([code]) => code.startsWith('promise-'))
  const refused = rows.filter(
    ([code, { outcome }]) => outcome === 'refused' && !code.startsWith('promise-'),
  )
  const unchanged = rows.filter(([, { outcome }]) => outcome === 'unchanged')
  return `${notice('src/plan/refusals/refusals.ts')}
# Why a file stays as it is

Every file that is not migrated carries a code. Codes are stable: scripts may rely on them. The reason that is printed beside a code names the
lines and files that it is about; here stands what holds for every file. \`msb-migrate explain CODE\` prints the same.

- **[Refused](#refused)**: something speaks against a migration, and something can be done about it.
- **[Withdrawn](#withdrawn)**: a migration was made, and a check of the promises found it wanting.
- **[Unchanged](#unchanged)**: there is nothing to gain.

Files that could not be read or written are \`failed\`; [json.md](json.md#codes-of-failures) lists their codes.

## Refused

${sections(refused)}
## Withdrawn

${sections(promises)}
## Unchanged

${sections(unchanged)}`
}

function sections(rows: readonly (readonly [string, RefusalRow])[]): string {
  return rows
    .map(
      ([code, { sentence, why, help }]) =>
        `### \`${code}\`\n\n${sentence}\n\n- Why: ${why}\n- What helps: ${help}\n${exampleText(code)}`,
    )
    .join('\n')
}

function exampleText(code: string): string {
  const example = exampleOf(code)
  if (example === undefined) return ''
  const { file, before, after } = example
  const language = file === 'Dockerfile' ? 'dockerfile' : ''
  const fence = (text: string): string => `\n\`\`\`${language}\n${text}\`\`\`\n`
  return `\nBefore, in \`${file}\`:\n${fence(before)}\nAfter:\n${fence(after)}`
}
