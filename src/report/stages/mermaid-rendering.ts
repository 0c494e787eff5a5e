import { mermaidLabel, mermaidStages } from './mermaid.ts'
import { shownPath } from '../paint.ts'
import type { Rendering } from '../rendering.ts'
import { shownStages, stageChange } from './stage-changes.ts'

/** One flowchart of all files that change: the stages of each, before and after. */
export function mermaidRendering(): Rendering {
  return {
    head: 'flowchart LR\n',
    file: (report, index) => {
      const stages = stageChange(report)
      if (stages === undefined) return ''
      const id = `file${index}`
      return [
        `  subgraph ${id}["${mermaidLabel([shownPath(report.path)])}"]`,
        ...shownStages(stages)
          .flatMap((each) => mermaidStages(`${id}${each.id}`, each.stages, each.title))
          .map((line) => `  ${line}`),
        '  end',
      ]
        .map((line) => `${line}\n`)
        .join('')
    },
    tail: () => '',
    isSilentOnRefusals: true,
  }
}
