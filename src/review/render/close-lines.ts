import { shownPath } from '../../report/paint.ts'
import { assumptionsOf } from '../words.ts'
import type { FileState, ReviewState } from '../state/review-state.ts'
import { factLines } from '../questions/fact-lines.ts'
import { fit, indented, type Line, span, wrapWords } from './line.ts'

/** The last screen: what will be written, on which answers it rests, and what stays. */
export function closeLines(state: ReviewState, width: number, most: number): readonly Line[] {
  const chosen = state.files.filter(({ decision }) => decision === 'write')
  const open = state.files.filter(({ decision }) => decision === 'open').length
  const left = state.files.length - chosen.length - open
  const facts = factLines(state.files)
  const head: Line[] = [
    [
      span(chosen.length === 0 ? 'Nothing will be written' : 'To be written', 'bold'),
      span(counts(chosen.length, left, open)),
    ],
    [],
  ]
  const foot: readonly Line[] =
    facts.length === 0
      ? []
      : [
          [],
          [
            span(
              state.savesFacts
                ? '[x] Your answers will be written to msb-migrate.config.yaml:'
                : '[ ] Your answers, for msb-migrate.config.yaml (c has them written):',
            ),
          ],
          ...facts.map((text) => fit([span(`    ${text}`, 'cyan')], width)),
        ]
  const room = Math.max(2, most - head.length - Math.min(foot.length, Math.floor(most / 2)))
  const files = chosen.flatMap((file) => fileLines(file, width))
  const shown =
    files.length <= room
      ? files
      : [
          ...files.slice(0, room - 1),
          [span(`  … and ${files.length - room + 1} more lines`, 'dim')],
        ]
  return [...head, ...shown, ...foot]
}

function counts(write: number, left: number, open: number): string {
  const parts = [
    write > 0 ? `${write}` : '',
    left > 0 ? `${left} stay${left === 1 ? 's' : ''} as ${left === 1 ? 'it is' : 'they are'}` : '',
    open > 0 ? `${open} without an answer` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`
}

function fileLines({ report, wanted, changes }: FileState, width: number): readonly Line[] {
  const others = report.result.outcome === 'migrated' ? report.result.otherFiles.length : 0
  const off = [...new Set(changes.map(({ rule }) => rule))].filter((rule) =>
    wanted.skip.includes(rule),
  )
  const more = [
    others === 0 ? '' : `and ${others} more`,
    off.length === 0 ? '' : `without ${off.join(', ')}`,
    wanted.edited === undefined ? '' : 'edited by hand',
  ].filter((text) => text !== '')
  return [
    fit(
      [
        span('  '),
        span(shownPath(report.path), 'green'),
        span(more.length === 0 ? '' : `  ${more.join('; ')}`, 'dim'),
      ],
      width,
    ),
    ...assumptionsOf(wanted.answers).flatMap((text) =>
      wrapWords(`By your answer: ${text}`, width - 4, 'yellow').map((line) => indented(line, 4)),
    ),
  ]
}
