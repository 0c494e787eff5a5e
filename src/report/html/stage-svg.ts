import { escapeHtml } from '../escape-html.ts'
import type { StageView } from '../stages/stage-views.ts'
import { arrowText, outerImages, stageLines } from '../stages/stage-words.ts'

// Boxes below each other, so that a phone shows them; arrows go down on the left, what they bring stands above the box that gets it.

const width = 340
const left = 42
const box = { line: 17, padding: 9 }
const arrowLine = 15
const gap = 14
/** Letters of 12 px of a fixed width that a box holds. */
const mostLetters = 38

interface Box {
  readonly id: number | string
  readonly lines: readonly string[]
  readonly kind: 'final' | 'stage' | 'outer'
  readonly arrows: StageView['takes']
}

interface Placed extends Box {
  readonly y: number
  readonly height: number
}

/** The stages of a Dockerfile as a picture; its words are those of its parts. */
export function stageSvg(title: string, stages: readonly StageView[]): string {
  const placed = place(boxesOf(stages))
  const bottom = placed.at(-1)
  const height = bottom === undefined ? 0 : bottom.y + bottom.height + 2
  return `<figure><figcaption>${title}</figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(`${title}: ${wordsOf(placed)}`)}">
${placed.map(boxSvg).join('')}${arrowsSvg(placed)}</svg></figure>`
}

function boxesOf(stages: readonly StageView[]): readonly Box[] {
  const outer = outerImages(stages).map((image): Box => ({
    id: image,
    lines: [image],
    kind: 'outer',
    arrows: [],
  }))
  const inner = stages.map((stage, id): Box => ({
    ...{ id, lines: stageLines(stage), arrows: stage.takes },
    kind: stage.isLast ? 'final' : 'stage',
  }))
  return [...outer, ...inner]
}

function place(boxes: readonly Box[]): readonly Placed[] {
  const placed: Placed[] = []
  let y = 2
  for (const each of boxes) {
    y += each.arrows.length * arrowLine
    const height = each.lines.length * box.line + box.padding
    placed.push({ ...each, y, height })
    y += height + gap
  }
  return placed
}

function boxSvg({ y, height, lines, kind, arrows }: Placed): string {
  const words = lines.map((line, i) => text(left + 8, y + (i + 1) * box.line, '', line))
  const brought = arrows.map((arrow, i) =>
    text(left + 8, y - (arrows.length - i - 1) * arrowLine - 5, 'path', arrowText(arrow)),
  )
  return `<rect class="${kind}" x="${left}" y="${y}" width="${width - left - 2}" height="${height}" rx="5"/>
${[...words, ...brought].join('')}`
}

function text(x: number, y: number, kind: string, words: string): string {
  const shown = words.length > mostLetters ? `${words.slice(0, mostLetters - 1)}…` : words
  const whole = shown === words ? '' : `<title>${escapeHtml(words)}</title>`
  return `<text x="${x}" y="${y}"${kind === '' ? '' : ` class="${kind}"`}>${escapeHtml(shown)}${whole}</text>\n`
}

function arrowsSvg(placed: readonly Placed[]): string {
  let count = 0
  return placed
    .flatMap((to) =>
      to.arrows.map(({ from }) => {
        const source = placed.find(({ id }) => id === from)
        if (source === undefined) return ''
        const lane = left - 12 - 7 * (count++ % 4)
        const start = source.y + source.height / 2
        const end = to.y + to.height / 2
        return `<path d="M${left} ${start}H${lane}V${end}H${left - 6}"/><polygon points="${left},${end} ${left - 8},${end - 4} ${left - 8},${end + 4}"/>\n`
      }),
    )
    .join('')
}

/** The same for who does not see it. */
function wordsOf(placed: readonly Placed[]): string {
  const nameOf = (from: number | string): string =>
    placed.find(({ id }) => id === from)?.lines[0] ?? String(from)
  return placed
    .map(({ lines, arrows }) => {
      const brought = arrows.map((arrow) => `${arrowText(arrow)} from ${nameOf(arrow.from)}`)
      return [lines.join(' on '), ...brought].join(', ')
    })
    .join('; ')
}
