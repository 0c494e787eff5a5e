import { copyOf } from '../../dockerfile/copy.ts'
import type { Dockerfile, Stage } from '../../dockerfile/instruction.ts'
import { isParseFailure, parseDockerfile } from '../../dockerfile/parse.ts'
import { codeSpan, fenced } from '../../report/markdown-text.ts'
import type { MigratedFile } from './subject.ts'

/** Paths that are named beside an arrow. */
const mostPaths = 3

/** The stages of a file before and after: a diagram where the host shows one, else a list. */
export function stagesText({ result }: MigratedFile, hasDiagrams: boolean): string {
  const before = parseDockerfile(result.before)
  const after = parseDockerfile(result.after)
  if (isParseFailure(before) || isParseFailure(after)) return ''
  if (!hasDiagrams) return `Before:\n\n${listed(before)}\nAfter:\n\n${listed(after)}`
  const lines = ['flowchart LR', ...half('before', before), ...half('after', after)]
  return fenced(lines.join('\n'), 'mermaid')
}

function half(title: 'before' | 'after', { stages }: Dockerfile): readonly string[] {
  const id = (index: number): string => `${title}${index}`
  const nodes = stages.map((stage, i) => `    ${id(i)}["${label(nameOf(stage), stage.base)}"]`)
  const arrows = stages.flatMap((stage, i) =>
    [...copiedFrom(stage, stages)].map(
      ([from, paths]) => `    ${id(from)} -->|"${label(pathsText(paths))}"| ${id(i)}`,
    ),
  )
  return [`  subgraph ${title}`, ...nodes, ...arrows, '  end']
}

function listed({ stages }: Dockerfile): string {
  return stages
    .map((stage) => {
      const copies = [...copiedFrom(stage, stages)].map(
        ([from, paths]) =>
          `, with ${codeSpan(pathsText(paths))} of ${codeSpan(nameOf(stages[from]))}`,
      )
      return `- ${codeSpan(nameOf(stage))} on ${codeSpan(stage.base)}${copies.join('')}\n`
    })
    .join('')
}

function nameOf(stage: Stage | undefined): string {
  return stage?.name ?? (stage?.index === 0 ? 'image' : `stage ${stage?.index ?? ''}`)
}

/** What a stage takes from others, by their place in the file; its base, where that is a stage, takes everything. */
function copiedFrom(
  stage: Stage,
  stages: readonly Stage[],
): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>()
  const base = stages.find(
    ({ name, index }) => name === stage.base.toLowerCase() && index < stage.index,
  )
  if (base !== undefined) found.set(base.index, ['FROM'])
  for (const instruction of stage.instructions) {
    if (instruction.keyword !== 'COPY') continue
    const { from, sources } = copyOf(instruction)
    const other = stages.find(
      ({ name, index }) => name === from?.toLowerCase() || String(index) === from,
    )
    if (other === undefined || other.index >= stage.index) continue
    found.set(other.index, [...(found.get(other.index) ?? []), ...sources])
  }
  return found
}

function pathsText(paths: readonly string[]): string {
  const rest = paths.length - mostPaths
  return [...paths.slice(0, mostPaths), ...(rest > 0 ? [`${rest} more`] : [])].join(', ')
}

/** Text of a file in a diagram: entities, so that none of it is its syntax. https://mermaid.js.org/syntax/flowchart.html */
function label(...lines: readonly string[]): string {
  return lines
    .map((line) =>
      line.replace(/[^\w\s./:@+,=*-]/g, (character) => `#${character.codePointAt(0) ?? 32};`),
    )
    .join('<br/>')
}
