import type { Effect } from '../../facts/effects/effect.ts'
import { isWithin } from '../../facts/image-path.ts'
import type { Answer } from './answer.ts'

/** What one effect of a command leaves at a path. */
export function pathOfEffect(path: string, effect: Effect): Answer | 'gone' {
  switch (effect.kind) {
    case 'creates':
      if (isWithin(effect.path, path)) return 'yes'
      return effect.isFilled === true && isWithin(path, effect.path) ? 'unknown' : 'no'
    case 'deletes':
      return isWithin(path, effect.path) ? 'gone' : 'no'
    default:
      return 'no'
  }
}
