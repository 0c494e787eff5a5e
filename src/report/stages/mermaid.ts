import type { StageView } from './stage-views.ts'
import { arrowText, outerImages, stageLines } from './stage-words.ts'

/** A part of a flowchart: the stages of one Dockerfile. `id` begins the ids in it. https://mermaid.js.org/syntax/flowchart.html */
export function mermaidStages(
  id: string,
  stages: readonly StageView[],
  title = id,
): readonly string[] {
  const images = outerImages(stages)
  const idOf = (from: number | string): string =>
    typeof from === 'number' ? `${id}${from}` : `${id}Image${images.indexOf(from)}`
  return [
    title === id ? `  subgraph ${id}` : `  subgraph ${id}["${mermaidLabel([title])}"]`,
    ...stages.map((stage, i) => `    ${idOf(i)}["${mermaidLabel(stageLines(stage))}"]`),
    ...images.map((image) => `    ${idOf(image)}(["${mermaidLabel([image])}"])`),
    ...stages.flatMap(({ takes }, i) =>
      takes.map(
        (taken) => `    ${idOf(taken.from)} -->|"${mermaidLabel([arrowText(taken)])}"| ${idOf(i)}`,
      ),
    ),
    '  end',
  ]
}

/**
 * Text of a file in a diagram. A diagram can't be escaped but by numbers (https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters);
 * a line with the word `style` and a colon would be read as a style before they are.
 */
export function mermaidLabel(lines: readonly string[]): string {
  const plain = /style|classDef/i.test(lines.join(' ')) ? /[^\w\s./+,=-]/gu : /[^\w\s./:+,=-]/gu
  return lines
    .map((line) =>
      line.replace(/\s+/g, ' ').replace(plain, (sign) => `#${sign.codePointAt(0) ?? 32};`),
    )
    .join('<br/>')
}
