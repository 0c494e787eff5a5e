import type { Copy } from '../../facts/stages/copy.ts'
import type { Facts } from '../../facts/facts.ts'
import { baseName } from '../../facts/image-path.ts'
import { isLockFile } from '../../knowledge/lock-files.ts'
import { dockerfileLine, placeOf } from '../../facts/evidence.ts'
import { absentSource } from '../needs/lost/absent-source.ts'
import { lackingCommands } from '../needs/lost/lacking-commands.ts'
import { lostStart } from '../needs/lost/lost-start.ts'
import { assuming } from '../change.ts'
import { unrepeated } from '../place/unplaced.ts'
import type { FullSplit } from '../split.ts'
import { viewOf } from '../view/stage-view.ts'
import { refuseTaken } from './built-upon.ts'
import { refuse, type Refusal } from './refuse.ts'

/** What a COPY names and the build context does not have. A pattern beside what is there may match nothing. */
const unseenOf = ({ missing, paths }: Copy): readonly string[] =>
  paths.length === 0 ? missing : missing.filter((source) => !/[*?[]/.test(source))

const isUnseen = (copy: Copy): boolean => unseenOf(copy).length > 0

const isOfLocks = (copy: Copy): boolean =>
  isUnseen(copy) && unseenOf(copy).every((source) => isLockFile(baseName(source)))

/**
 * A COPY whose source is not in the context. Where only run time needs it, the COPY can move to the runtime stage unseen. Where the build
 * reads it, the file is refused, except for lock files that are not committed: the builder copies them as before.
 */
export function refuseMissingSource({ final }: Facts, split: FullSplit): Refusal | undefined {
  const missing = final.copies.find(
    (copy) => isUnseen(copy) && !isOfLocks(copy) && split.placeCopy(copy) !== 'run',
  )
  if (missing === undefined) return undefined
  const { line } = missing.step.instruction
  return refuse(
    'missing-copy-source',
    `Line ${line} copies ${unseenOf(missing).join(' ')}, which is not in the build context.`,
    line,
  )
}

/** What the new image lacks and the author's is not seen to have, and commands that it would do without. */
export function refuseLack(before: Facts, after: Facts): Refusal | undefined {
  const absent = refuseMissingArtifact(before, after) ?? refuseMissingStart(before, after)
  if (absent !== undefined) return absent
  const [command] = lackingCommands(before, after)
  return (command && unrepeated(command)) ?? refuseTaken(before, after)
}

/** What the runtime stage takes of the builder, and the author's own image is not seen to have either: the program may not start today. */
function refuseMissingArtifact(before: Facts, after: Facts): Refusal | undefined {
  const absent = absentSource(before, after)
  if (absent?.from === undefined || viewOf(before.final, before).has(absent.path) === 'yes')
    return undefined
  const line = before.start?.instruction?.line
  return refuse(
    'missing-start-file',
    `${line === undefined ? 'The program' : `What line ${line} starts`} needs ${absent.path}, which no COPY brings and no RUN is seen to make.`,
    line,
  )
}

/** What is started, and what the author's image is not seen to have: it may not start today. */
function refuseMissingStart(before: Facts, after: Facts): Refusal | undefined {
  const lost = lostStart(before, after)
  if (lost === undefined || lost.wasThere) return undefined
  const { who, process, path } = lost
  const line = dockerfileLine(process.via[0])
  const place = process.via.findLast((evidence) => evidence.path !== 'Dockerfile')
  const by =
    typeof who !== 'string'
      ? `${who.path}:${who.line}`
      : line === undefined
        ? `The ${who}`
        : `Line ${line}`
  const via = place === undefined || typeof who !== 'string' ? '' : ` (${placeOf(place)})`
  return refuse(
    'missing-start-file',
    `${by} starts ${path}${via}, which no COPY brings and no RUN is seen to make.`,
    line,
  )
}

/** The split, with what it takes unseen said as an assumption. */
export function withUnseenSources(split: FullSplit, { final }: Facts): FullSplit {
  const unseen = final.copies.filter(isUnseen)
  const locks = unseen.filter((copy) => isOfLocks(copy) && split.placeCopy(copy) !== 'run')
  const sentences = [
    sentence(
      unseen.filter((copy) => !locks.includes(copy)),
      'it is taken to be read when the container runs, not by the build',
    ),
    sentence(locks, 'it is taken to be there where the image is built'),
  ].flatMap((text) => text ?? [])
  return sentences.length === 0
    ? split
    : { ...split, change: assuming(split.change, sentences.join(' ')) }
}

function sentence(copies: readonly Copy[], what: string): string | undefined {
  const names = copies.flatMap(unseenOf)
  return names.length === 0
    ? undefined
    : `${names.join(', ')} is not in the build context: ${what}.`
}
