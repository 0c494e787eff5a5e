import type { Instruction } from '../../dockerfile/instruction.ts'
import type { Copy } from './copy.ts'
import { effectsOf } from '../effects/effects.ts'
import type { Facts } from '../facts.ts'
import { isWithin } from '../image-path.ts'
import { isRoot } from './root-user.ts'
import { lineage } from './stage-facts.ts'

/** Something that run time has in root's home folder, which is for root alone (mode 700). */
export interface InHomeOfRoot {
  /** The line that puts it there; undefined where the start itself is there. */
  readonly instruction: Instruction | undefined
  /** The end of a sentence. */
  readonly what: string
}

/** Whether a path is one of root's home folder. */
export const isInHomeOfRoot = (path: string | undefined) =>
  path !== undefined && isWithin(path, '/root')

/** The home folder of the user that a stage runs as; undefined where that is not known. */
export function homeOf({ config, base }: Facts['final']): string | undefined {
  const user = config.User
  const own = isRoot(user) ? '/root' : base.user?.name === user ? base.user?.home : undefined
  return config.Env.get('HOME') ?? own
}

/** Caches that a COPY from another stage brings: they are as good in the home folder of another user. */
export const cachesOfRoot = ({ copies }: Pick<Facts['final'], 'copies'>): readonly Copy[] =>
  copies.filter(
    ({ destination, from }) =>
      from !== undefined && destination !== undefined && isWithin(destination, '/root/.cache'),
  )

const because = '/root, which nobody else may enter'

/** The first thing that an image has in root's home folder: the start, a copy, what a command writes. `movable` copies don't count. */
export function inHomeOfRoot(
  { final, start }: Pick<Facts, 'final' | 'start'>,
  movable: readonly Copy[] = [],
): InHomeOfRoot | undefined {
  if (isInHomeOfRoot(final.end.workdir) || final.config.Env.get('HOME') === '/root')
    return { instruction: undefined, what: `it is started in ${because}` }
  for (const { copies, commands } of lineage(final)) {
    const copy = copies.find((each) => isInHomeOfRoot(each.destination) && !movable.includes(each))
    if (copy !== undefined)
      return { instruction: copy.step.instruction, what: `copies into ${because}` }
    const command = commands.find((each) =>
      effectsOf(each)?.some(
        (effect) =>
          (effect.kind === 'creates' || effect.kind === 'changes') && isInHomeOfRoot(effect.path),
      ),
    )
    if (command !== undefined)
      return { instruction: command.step.instruction, what: `writes to ${because}` }
  }
  const process = start?.processes.find(({ name }) => isInHomeOfRoot(name))
  return process && { instruction: undefined, what: `${process.name ?? ''} is in ${because}` }
}
