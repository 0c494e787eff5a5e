import { mermaidLabel, mermaidStages } from './mermaid.ts'
import { shownPath } from './paint.ts'
import type { Rendering } from './rendering.ts'
import { stageChange } from './stage-changes.ts'

/** One flowchart of all files that change: the stages of each, before and after. */
export function mermaidRendering(): Rendering {
  return {
    head: 'flowchart LR\n',
    file: (report, index) => {
      const stages = stageChange(report)
      if (stages === undefined) return ''
      const { before, after, isSame } = stages
      const id = `file${index}`
      return [
        `  subgraph ${id}["${mermaidLabel([shownPath(report.path)])}"]`,
        ...(isSame
          ? mermaidStages(`${id}both`, after, 'before and after')
          : [
              ...mermaidStages(`${id}before`, before, 'before'),
              ...mermaidStages(`${id}after`, after, 'after'),
            ]
        ).map((line) => `  ${line}`),
        '  end',
      ]
        .map((line) => `${line}\n`)
        .join('')
    },
    tail: () => '',
    isSilentOnRefusals: true,
  }
}
