import { type Look, paint, type Paint, shownLine, shownPath } from '../paint.ts'
import { foldLine, wrapWords } from '../fold.ts'
import type { FileExplanation, InputLine, OutputLine, WordExplanation } from './explain-schema.ts'

/** Below this many columns nothing is aligned any more. */
const narrowest = 40

/** What a word means, for people. */
export function wordText(word: WordExplanation, look: Look, columns: number): string {
  const width = Math.max(columns, narrowest)
  const kind = word.outcome === undefined ? word.kind : `${word.kind}, ${word.outcome}`
  const named: readonly (readonly [string, string | undefined])[] = [
    ['Why', word.why],
    ['Risk', word.risk],
    ['What helps', word.help],
  ]
  const { example } = word
  return [
    `${paint(look, 'bold', word.name)} (${kind})\n\n`,
    ...wrapWords(word.sentence, width).map((line) => `${line}\n`),
    ...named.flatMap(([name, text]) =>
      text === undefined
        ? []
        : ['\n', ...wrapWords(`${name}: ${text}`, width).map((line) => `${line}\n`)],
    ),
    ...(example === undefined
      ? []
      : [
          `\nBefore (${example.file}):\n\n${indented(example.before)}`,
          `\nAfter:\n\n${indented(example.after)}`,
        ]),
  ].join('')
}

/** Why each line of a file is where it is, for people: a table of the lines after and before, and the reasons. */
export function fileText(file: FileExplanation, look: Look, columns: number): string {
  const width = Math.max(columns, narrowest)
  const ecosystem = file.ecosystem === undefined ? '' : ` (${file.ecosystem})`
  const title = `${paint(look, 'bold', shownPath(file.path))}${ecosystem}\n`
  if (file.outcome !== 'migrated')
    return [
      title,
      ...wrapWords(`${file.outcome}: ${shownLine(file.reason ?? '')}`, width).map(ended),
      ...(file.help === undefined ? [] : wrapWords(file.help, width).map(ended)),
      `msb-migrate explain ${file.code ?? ''} has more.\n`,
    ].join('')
  if (file.output.length === 0 && file.input.length === 0)
    return `${title}Neither the file nor what it becomes has a line ${file.line ?? ''}.\n`
  const asked = file.line === undefined ? '' : `, as far as line ${file.line} goes`
  return [
    title,
    heading(`Where each line of the output comes from${asked}:`, width),
    table(
      file.output.map((line) => [line, sourceOf(line)]),
      look,
      width,
    ),
    heading(`Where each line of the file is now${asked}:`, width),
    table(
      file.input.map((line) => [line, fateOf(line)]),
      look,
      width,
    ),
    file.line === undefined ? '' : whyLine(file, width),
    file.changes.length === 0 ? '' : '\nWhy:\n\n',
    ...file.changes.map((change) => reason(change, look, width)),
  ].join('')
}

/** For the line that was asked about, in a sentence. */
function whyLine({ input, line }: FileExplanation, width: number): string {
  const why = input.find((each) => each.line === line)?.why
  return why === undefined
    ? ''
    : `\n${wrapWords(`Line ${line ?? ''} of the file: ${shownLine(why)}`, width).join('\n')}\n`
}

/** 'line 3, moved by split-stages' */
function sourceOf({ kind, from, by, stage }: OutputLine): string {
  const where = stage === null ? '' : ` [${stage}]`
  const line = from === undefined ? '' : `line ${from}`
  switch (kind) {
    case 'blank':
      return ''
    case 'added':
      return `new, by ${by ?? 'a rule'}${where}`
    case 'kept':
      return `${line}${where}`
    case 'repeated':
      return `${line} again${where}`
    default:
      return `${line}, ${kind} by ${by ?? 'a rule'}${where}`
  }
}

/** 'line 12 [runtime], moved by split-stages' */
function fateOf({ kind, to, by }: InputLine): string {
  const places = to.map(({ line, stage }) => `${line}${stage === null ? '' : ` [${stage}]`}`)
  const place = `line ${places.join(' and ')}`
  switch (kind) {
    case 'blank':
      return ''
    case 'dropped':
      return by === undefined ? 'gone, with what stood there' : `gone, by ${by}`
    case 'kept':
    case 'repeated':
      return place
    default:
      return `${place}, ${kind} by ${by ?? 'a rule'}`
  }
}

const colors: Readonly<Partial<Record<InputLine['kind'] | OutputLine['kind'], Paint>>> = {
  added: 'green',
  dropped: 'red',
  edited: 'yellow',
  moved: 'cyan',
}

/** Number, where from or to, text; each text is folded below itself. */
function table(
  rows: readonly (readonly [InputLine | OutputLine, string])[],
  look: Look,
  width: number,
): string {
  const digits = Math.max(...rows.map(([{ line }]) => String(line).length), 0)
  const said = Math.min(
    Math.max(...rows.map(([, text]) => text.length), 0),
    Math.max(Math.floor(width / 2) - digits - 4, 12),
  )
  const left = digits + 2 + said + 2
  return rows
    .map(([{ line, text, kind }, source]) => {
      const texts = foldLine(shownLine(text), width - left)
      const sources = wrapWords(source, said)
      const color = colors[kind]
      return Array.from({ length: Math.max(texts.length, sources.length) }, (_, i) => {
        const number = i === 0 ? String(line) : ''
        const start = `${number.padStart(digits)}  ${(sources[i] ?? '').padEnd(said)}`
        const end = (texts[i] ?? '').trimEnd()
        const whole = `${start}  ${color === undefined ? end : paint(look, color, end)}`
        return `${end === '' ? whole.trimEnd() : whole}\n`
      }).join('')
    })
    .join('')
}

function reason(change: FileExplanation['changes'][number], look: Look, width: number): string {
  const within = (text: string): readonly string[] =>
    wrapWords(shownLine(text), width - 2).map((line) => `  ${line}\n`)
  return [
    ...wrapWords(`* ${shownLine(change.title)} [${change.rule}]`, width).map(
      (line) => `${paint(look, 'bold', line)}\n`,
    ),
    ...within(change.why),
    ...(change.assumption === undefined ? [] : within(`To review: ${change.assumption}`)),
    ...change.evidence.flatMap(({ path, line, text }) => {
      const place = `  ${shownPath(path)}${line === undefined ? '' : `:${line}`}  `
      const [first = '', ...more] = foldLine(shownLine(text), Math.max(width - place.length, 20))
      return [`${place}${first}\n`, ...more.map((each) => `${' '.repeat(place.length)}${each}\n`)]
    }),
  ].join('')
}

function heading(text: string, width: number): string {
  return `\n${wrapWords(text, width).map(ended).join('')}\n`
}

function ended(line: string): string {
  return `${line}\n`
}

function indented(text: string): string {
  return text === '' ? '  (no such file)\n' : text.replace(/^(?=.)/gm, '  ')
}
