import { codeSpan, fenced } from '../../report/markdown/markdown-text.ts'
import { mermaidStages } from '../../report/stages/mermaid.ts'
import { type StageView, stagesOf } from '../../report/stages/stage-views.ts'
import { type MigratedFile, migratedFiles, type TextSubject } from './subject.ts'

/** Files whose stages are drawn; beyond, the list of changes says enough. */
const mostDrawn = 4

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
  const halves = [...mermaidStages('before', before), ...mermaidStages('after', after)]
  return fenced(['flowchart LR', ...halves].join('\n'), 'mermaid')
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
