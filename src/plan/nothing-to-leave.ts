import { leave, type Refusal } from './split.ts'

/** What is said of an image that has nothing which run time does without. */
export const nothingToLeave: Refusal = leave(
  'nothing-to-leave-behind',
  'The image carries no build tools, dev dependencies or heavier base that a second stage could leave behind.',
)
