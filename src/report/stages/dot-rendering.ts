import { shownLine, shownPath } from '../paint.ts'
import type { Rendering } from '../rendering.ts'
import { shownStages, stageChange } from './stage-changes.ts'
import type { StageView } from './stage-views.ts'
import { arrowText, outerImages, stageLines } from './stage-words.ts'

/**
 * One graph of all files that change, for Graphviz: the stages of each, before and after. What becomes the image has two borders, an image
 * that only gives files is round. https://graphviz.org/doc/info/lang.html
 */
export function dotRendering(): Rendering {
  return {
    head: 'digraph stages {\n  rankdir=LR;\n  node [shape=box];\n',
    file: (report, index) => {
      const stages = stageChange(report)
      if (stages === undefined) return ''
      const id = `file${index}`
      return [
        `  subgraph cluster_${id} {`,
        `    label=${quoted(shownPath(report.path))};`,
        ...shownStages(stages).flatMap((each) =>
          cluster(`${id}_${each.id}`, each.title, each.stages),
        ),
        '  }',
      ]
        .map((line) => `${line}\n`)
        .join('')
    },
    tail: () => '}\n',
    isSilentOnRefusals: true,
  }
}

function cluster(id: string, title: string, stages: readonly StageView[]): readonly string[] {
  const images = outerImages(stages)
  const idOf = (from: number | string): string =>
    typeof from === 'number' ? `${id}_${from}` : `${id}_image${images.indexOf(from)}`
  return [
    `    subgraph cluster_${id} {`,
    `      label=${quoted(title)};`,
    ...stages.map((stage, i) => {
      const borders = stage.isLast ? ', peripheries=2' : ''
      return `      ${idOf(i)} [label=${quoted(...stageLines(stage))}${borders}];`
    }),
    ...images.map((image) => `      ${idOf(image)} [label=${quoted(image)}, shape=ellipse];`),
    ...stages.flatMap(({ takes }, i) =>
      takes.map(
        (taken) => `      ${idOf(taken.from)} -> ${idOf(i)} [label=${quoted(arrowText(taken))}];`,
      ),
    ),
    '    }',
  ]
}

/** Foreign text as a string of the language, in which a backslash begins an escape, too, and `&` an entity. */
function quoted(...lines: readonly string[]): string {
  const text = lines.map((line) =>
    shownLine(line).replace(/[\\"]/g, '\\$&').replaceAll('&', '&amp;'),
  )
  return `"${text.join('\\n')}"`
}
