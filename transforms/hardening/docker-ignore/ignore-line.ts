import { isIgnored, parseIgnoreFile, type Facts } from '../../../src/transform.ts'
import type { MadeFolder } from './made-in-image.ts'

/** A line that an ignore file may get. */
export interface IgnoreLine {
  readonly pattern: string
  /** What it keeps out: what the image makes itself, or what it has no use for. */
  readonly made: MadeFolder | undefined
  /** Whether an ignore file that is there already is worth the line. */
  readonly isWeighty: boolean
  /** Nobody should get it from a web server that hands out the folder that it would lie in. */
  readonly isPrivate: boolean
  /** By this pattern alone. */
  readonly hides: (path: string) => boolean
  /** Whether the project's own programs use it, as far as their texts tell. They are read when this is asked. */
  readonly isUsed: () => boolean
  /** Whether a Dockerfile gets by without it, where that takes more than its COPYs to tell. */
  readonly isIdleIn: ((facts: Facts) => boolean) | undefined
}

/** A line with what is peculiar to it; it hides what Docker would by its pattern. */
export function lineFor(
  pattern: string,
  more: Partial<
    Pick<IgnoreLine, 'made' | 'isWeighty' | 'isPrivate' | 'isUsed' | 'isIdleIn' | 'hides'>
  > = {},
): IgnoreLine {
  const patterns = parseIgnoreFile(pattern)
  return {
    pattern,
    made: undefined,
    isWeighty: false,
    isPrivate: false,
    isUsed: () => false,
    isIdleIn: undefined,
    hides: (path) => isIgnored(patterns, path),
    ...more,
  }
}

/** Takes back what keeps out a file that the migration itself writes: `!nginx.conf`. */
export const exceptionFor = (path: string): IgnoreLine =>
  lineFor(`!${path}`, { isWeighty: true, hides: () => false })
