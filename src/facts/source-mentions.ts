import { isOwnManifest, isOwnSource, jsonManifests } from '../knowledge/source-files.ts'
import { record, texts } from '../project/formats/loose-data.ts'
import type { Project } from '../project/project.ts'
import { baseName } from './image-path.ts'

/** Above this the sources are not read: whatever is asked counts as mentioned. */
const mostFiles = 1500

/** Whether the project's programs, scripts or settings say something that a pattern finds. Reads every source file, once a question is asked. */
export function sourceMentions(project: Project): (wanted: RegExp) => boolean {
  let known: readonly string[] | undefined
  return (wanted) => {
    known ??= textsOf(project)
    return known === unknown || known.some((text) => wanted.test(text))
  }
}

const unknown: readonly string[] = []

function textsOf(project: Project): readonly string[] {
  const sources = project.files().filter(isOwnSource)
  if (sources.length > mostFiles) return unknown
  const manifests = project.files().filter(isOwnManifest)
  return [
    '',
    ...sources.flatMap((file) => project.read(file) ?? []),
    ...manifests.map((file) => ofManifest(baseName(file), record(project.json(file)))),
  ]
}

/** What a manifest runs and depends on, a line each; not where the project lives. */
function ofManifest(name: string, fields: Readonly<Record<string, unknown>>): string {
  const { packages = [], commands = '' } = jsonManifests.find((row) => row.name === name) ?? {}
  return [
    ...packages.flatMap((field) => Object.keys(record(fields[field]))),
    ...Object.values(record(fields[commands])).flatMap(texts),
  ].join('\n')
}
