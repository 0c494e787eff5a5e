import { formatRows } from '../../src/cli/formats.ts'
import { notice } from './notice.ts'

/** docs/reports.md: what can be printed, and how to use it. */
export function reportsPage(): string {
  const rows = formatRows.map(
    ({ name, says, printers }) =>
      `| \`${name}\` | ${says} | ${printers.map((printer) => (printer === 'run' ? 'a run' : `\`${printer}\``)).join(', ')} |`,
  )
  return `${notice('src/cli/formats.ts and scripts/pages/reports-page.ts')}
# Reports

\`--format FORMAT\` prints a report to standard output, or to the file of \`--output\`; progress, hints and the summary go to standard error.
Exit codes are those of the mode: \`--check --format sarif\` prints SARIF and ends with 1 where something would change.

| format | | printed by |
| --- | --- | --- |
${rows.join('\n')}

What is printed of a project can do no harm where it is read: names and contents of files become no markup, script, terminal control or workflow
command. Secrets are shortened in reasons, evidence and the diffs of \`markdown\` and \`html\`; \`json\`, \`diff\` and \`pretty\` have the files as they are.
\`markdown\`, \`html\` and the step summary are printed when all files are done, since their tables come first; all others are printed as they grow.

## json

One document, and its schema: [json.md](json.md), [json.schema.json](json.schema.json).

## sarif

SARIF 2.1.0: one result for each change, at the line that it changes, and one for each file that is refused or failed.

| level | |
| --- | --- |
| \`note\` | a change that is safe, a file that is refused |
| \`warning\` | a change that rests on an assumption |
| \`error\` | a file that failed, an image that is not the same (\`verify\`) |

Rules are those of \`--only\` and the codes of [refusals.md](refusals.md). Paths are relative to \`%SRCROOT%\`, the working directory. The fingerprint
\`msbMigrate/v1\` comes of path, rule and the text of the line, so a finding stays the same while lines come and go above it.

\`\`\`yaml
- run: npx msb-migrate --dry-run --format sarif -o msb-migrate.sarif
- uses: github/codeql-action/upload-sarif@v3
  with:
    sarif_file: msb-migrate.sarif
    category: msb-migrate
\`\`\`

## github

The same findings as annotations of a workflow. GitHub shows ten of a level for each step; a last line counts the rest. Where
\`GITHUB_STEP_SUMMARY\` is set, the Markdown report is appended there, in at most 1 MiB: details go first, which is said.

\`\`\`yaml
- run: npx msb-migrate --check --format github
\`\`\`

## markdown

A table of all files, then each one that changes with its reasons, evidence and diff, folded. \`verify --format markdown\` has sizes and verdicts instead:
[verify.md](verify.md).

## html

One page that loads nothing: a list of all files with filters by outcome, ecosystem and rule, then each file with its stages before and after, its changes,
their evidence and assumptions, and the diff. It suits a phone, a dark screen, a printer and a keyboard; without scripts, the filters alone are missing.

## mermaid, dot

The stages before and after of each file that changes: an arrow is a COPY, a mount or a FROM, \`the image\` is what \`docker build\` makes. One diagram of all
files; name one for a small diagram.

\`\`\`sh
npx msb-migrate services/orders --format mermaid -o orders.mmd
npx msb-migrate services/orders --format dot | dot -Tsvg > orders.svg
\`\`\`

## inventory

\`msb-migrate inventory [paths]\` writes nothing and counts: how many Dockerfiles there are, of which ecosystems, with one stage or several, what would change by
which rule, and what would not and why. As \`csv\`, \`json\`, \`html\` or \`markdown\` it lists all files, too.

The expected saving is an estimate: the difference of the base images before and after, from a table of rough sizes. What a build leaves behind besides is not
in it, and files whose base images are not in the table are counted as not known. \`msb-migrate verify\` measures.

\`\`\`sh
npx msb-migrate inventory . --format csv -o dockerfiles.csv
\`\`\`
`
}
