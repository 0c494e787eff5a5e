import { z } from 'zod'
import { campaignParts } from '../../src/publish/report/schema.ts'
import { failures } from '../../src/report/failures.ts'
import { jsonParts } from '../../src/report/json/json-schema.ts'
import { notice } from './notice.ts'

/** docs/json.md: the fields of the JSON document, and its JSON schema. */
export function jsonPage(): string {
  const tables = Object.entries(jsonParts).map(
    ([name, part]) => `### ${titles[name] ?? name}\n\n${fieldTable(part)}`,
  )
  return `${notice('src/report/json/json-schema.ts')}
# JSON

\`--format json\` prints one document. Its version is 1: fields may be added, none is renamed, removed or given another meaning without a new
version. Every file that was found has an entry, in the order of the paths. A field that has nothing to say is left out, where it is not
described as null.

The document is printed as it grows, one file a line, so the summary comes last.

\`\`\`
{ "version": 1, "files": [FILE, ...], "summary": SUMMARY }
\`\`\`

${tables.join('\n')}
## Codes of failures

| code | |
| --- | --- |
${Object.entries(failures)
  .map(([code, words]) => `| \`${code}\` | ${words} |`)
  .join('\n')}

## JSON schema

[json.schema.json](json.schema.json) is in the package, too: \`msb-migrate/json.schema.json\`. That of \`inventory --format json\` is
[inventory.schema.json](inventory.schema.json), \`msb-migrate/inventory.schema.json\`.

## The report of a campaign

\`pr status --format json\` and \`pr report --format json\` print another document, of version 1 by the same rules:
\`{ "version": 1, "summary": SUMMARY, "services": [SERVICE, ...] }\`. What needs a person comes first.

${campaignTables()}`
}

function campaignTables(): string {
  return Object.entries(campaignParts)
    .map(([name, part]) => `### ${campaignTitles[name] ?? name}\n\n${fieldTable(part)}`)
    .join('\n')
}

const campaignTitles: Readonly<Record<string, string>> = {
  summary: 'Summary of a campaign',
  images: 'Images of a campaign',
  service: 'Service',
  pull: 'Pull request',
}

const titles: Readonly<Record<string, string>> = {
  migrated: 'A file that changes',
  leftAlone: 'A file that stays as it is',
  change: 'Change',
  evidence: 'Evidence',
  replaced: 'Replaced',
  contractChange: 'Contract',
  origin: 'Origin',
  otherFile: 'Other file',
  verification: 'Verification',
  finding: 'Difference, note',
  buildStats: 'Build',
  imageFacts: 'Image',
  imageDifference: 'What differs in the images',
  observation: 'Run',
  buildFailure: 'Failed build',
  summary: 'Summary',
}

function fieldTable(part: z.ZodObject): string {
  const schema = z.toJSONSchema(part)
  const rows = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const isOptional = schema.required?.includes(name) !== true
    const description = typeof field === 'object' ? (field.description ?? '') : ''
    return `| \`${name}\`${isOptional ? ' (may be missing)' : ''} | ${typeOf(field)} | ${description} |`
  })
  return `| field | type | |\n| --- | --- | --- |\n${rows.join('\n')}\n`
}

type Schema = z.core.JSONSchema.JSONSchema | boolean

function typeOf(schema: Schema): string {
  if (typeof schema === 'boolean') return 'any'
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``
  if (schema.enum) return schema.enum.map((value) => `\`${JSON.stringify(value)}\``).join(', ')
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ')
  return [schema.type ?? 'any'].flat().join(' or ')
}
