import type { Facts } from '../../facts/facts.ts'
import type { Process } from '../../facts/follow/process.ts'
import { startsTheSame } from '../needs/seen/entries.ts'
import { lostStart } from '../needs/lost/lost-start.ts'
import type { PromiseCheck } from './promise.ts'

/** Every file that the start command and the health check name is in the final stage, if it was before. */
export const startFiles: PromiseCheck = {
  code: 'promise-start-file',
  check: ({ before, after }) => {
    const lost = lostStart(before, after)
    if (lost === undefined) return lostTrack(before, after)
    const { who } = lost
    const names = typeof who === 'string' ? `the ${who}` : `${who.path}:${who.line}`
    return `${lost.path}, which ${names} names, would not be in the runtime stage`
  },
}

/** What the container's commands come to by files that the author's image has, and the new one does not: `npm start` without its package.json. */
function lostTrack(before: Facts, after: Facts): string | undefined {
  if (before.stages.length === after.stages.length || !startsTheSame(before, after))
    return undefined
  const pairs = [
    [before.start?.processes, after.start?.processes],
    [before.health?.processes, after.health?.processes],
  ]
  for (const [were = [], are = []] of pairs) {
    const now = new Set(are.map(keyOf))
    const lost = were.find((process) => !now.has(keyOf(process)))
    if (lost === undefined) continue
    const words = lost.argv.map((word) => word ?? '…').join(' ')
    return `\`${words}\`, which runs in ${lost.cwd ?? 'the container'}, would not be found or run elsewhere`
  }
  return undefined
}

/** Variables in its words may have other values by now. */
const keyOf = ({ name, cwd }: Process) => JSON.stringify([name, cwd])
