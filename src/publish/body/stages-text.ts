import { codeSpan, fenced } from '../../report/markdown-text.ts'
import { type StageView, stagesOf, type Taken } from './stages.ts'
import { type MigratedFile, migratedFiles, type TextSubject } from './subject.ts'

/** Files whose stages are drawn; beyond, the list of changes says enough. */
const mostDrawn = 4
/** Paths that are named beside an arrow. */
const mostPaths = 3

/** The stages before and after, of each file where they change: a diagram where the host shows one, else a list. */
export function stagesText(subject: TextSubject): string {
  const files = migratedFiles(subject)
  if (files.length > mostDrawn) return ''
  return files
    .flatMap((file) => {
      const text = stagesOfFile(file, subject.markdown.mermaid)
      return text === '' ? [] : [files.length > 1 ? `${codeSpan(file.path)}:\n\n${text}` : text]
    })
    .join('\n')
}

function stagesOfFile({ result }: MigratedFile, hasDiagrams: boolean): string {
  const before = stagesOf(result.before)
  const after = stagesOf(result.after)
  if (before === undefined || after === undefined) return ''
  if (JSON.stringify(before) === JSON.stringify(after)) return ''
  if (!hasDiagrams) return `Before:\n\n${listed(before)}\nAfter:\n\n${listed(after)}`
  return fenced(
    ['flowchart LR', ...half('before', before), ...half('after', after)].join('\n'),
    'mermaid',
  )
}

/** https://mermaid.js.org/syntax/flowchart.html */
function half(title: 'before' | 'after', stages: readonly StageView[]): readonly string[] {
  const images = [...new Set(stages.flatMap(({ takes }) => takes.map(({ from }) => from)))].filter(
    (from) => typeof from === 'string',
  )
  const id = (from: number | string): string =>
    typeof from === 'number' ? `${title}${from}` : `${title}Image${images.indexOf(from)}`
  return [
    `  subgraph ${title}`,
    ...stages.map((stage, i) => `    ${id(i)}["${label(nodeLines(stage))}"]`),
    ...images.map((image) => `    ${id(image)}(["${label([image])}"])`),
    ...stages.flatMap(({ takes }, i) =>
      takes.map((taken) => `    ${id(taken.from)} -->|"${label([arrowText(taken)])}"| ${id(i)}`),
    ),
    '  end',
  ]
}

function nodeLines({ name, isLast, image }: StageView): readonly string[] {
  const words = name ?? (isLast ? 'the image' : 'a stage without a name')
  const head = isLast && name !== undefined ? `${name}, the image` : words
  return image === undefined ? [head] : [head, image]
}

function arrowText({ how, paths }: Taken): string {
  const shown = pathsText(paths)
  return how === 'base' ? 'FROM' : how === 'mount' ? `mount ${shown}` : shown
}

function pathsText(paths: readonly string[]): string {
  const rest = paths.length - mostPaths
  return [...paths.slice(0, mostPaths), ...(rest > 0 ? [`${rest} more`] : [])].join(', ')
}

/**
 * Text of a file in a diagram. A diagram can't be escaped but by numbers (https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters);
 * a line with the word `style` and a colon would be read as a style before they are.
 */
function label(lines: readonly string[]): string {
  const plain = /style|classDef/i.test(lines.join(' ')) ? /[^\w\s./+,=-]/gu : /[^\w\s./:+,=-]/gu
  return lines
    .map((line) =>
      line.replace(/\s+/g, ' ').replace(plain, (sign) => `#${sign.codePointAt(0) ?? 32};`),
    )
    .join('<br/>')
}

function listed(stages: readonly StageView[]): string {
  const nameOf = (from: number | string): string => {
    if (typeof from === 'string') return codeSpan(from)
    const name = stages[from]?.name
    return name === undefined ? `stage ${from}` : codeSpan(name)
  }
  return stages
    .map(({ name, isLast, image, takes }, index) => {
      const head = name === undefined ? (isLast ? 'the image' : `stage ${index}`) : codeSpan(name)
      const own = isLast && name !== undefined ? `${head}, the image` : head
      const on = image === undefined ? '' : `, on ${codeSpan(image)}`
      const parts = takes.map(({ from, how, paths }) =>
        how === 'base'
          ? `, on ${nameOf(from)}`
          : `, with ${paths.map((path) => codeSpan(path)).join(', ')} from ${nameOf(from)}`,
      )
      return `- ${own}${on}${parts.join('')}\n`
    })
    .join('')
}
