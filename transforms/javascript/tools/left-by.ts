import { isWithin, type Effect, type Evidence } from '../../../src/transform.ts'
import type { MadePath, Output } from './output.ts'

/** What commands leave, and what they take away that was there before them: `mv dist ../public`. Absolute paths of the image. */
export interface Left {
  readonly makes: readonly MadePath[]
  readonly removes: readonly string[]
}

/** What is left of several outputs, in their order: what a later one moves or deletes is not where it was made. */
export const leftBy = (outputs: readonly Output[]): Left =>
  inOrder(
    outputs.flatMap((output) =>
      output.kind === 'paths' ? [{ makes: output.paths, removes: output.removes ?? [] }] : [],
    ),
  )

/** The same of what several commands leave. */
export const inOrder = (parts: readonly Left[]): Left =>
  parts.reduce((before, next) => add(before, next), { makes: [], removes: [] })

function add(before: Left, { makes, removes }: Left): Left {
  const isGone = ({ path }: MadePath) => removes.some((folder) => isWithin(path, folder))
  const stays = before.makes.filter((item) => !isGone(item))
  return {
    makes: [...stays, ...makes.map((item) => arrived(item, before.makes))],
    removes: [
      ...before.removes.filter((path) => !makes.some((item) => item.path === path)),
      ...removes,
    ],
  }
}

/** What is moved or copied whole mirrors what it did before. One that lies at the target already takes it in. */
function arrived(item: MadePath, before: readonly MadePath[]): MadePath {
  const origin = before.find(({ path }) => path === item.from)
  return origin === undefined || before.some(({ path }) => path === item.path)
    ? item
    : { ...item, isFolder: origin.isFolder, mirrors: origin.mirrors }
}

/** What the effects of a command of the system leave. */
export function leftByEffects(effects: readonly Effect[], evidence: readonly Evidence[]): Left {
  return {
    makes: effects.flatMap((effect) =>
      effect.kind === 'creates'
        ? [
            {
              path: effect.path,
              isFolder: effect.isFolder,
              from: effect.from,
              evidence,
              leadsTo: effect.isLink === true ? effect.from : undefined,
            },
          ]
        : [],
    ),
    removes: effects.flatMap((effect) => (effect.kind === 'deletes' ? [effect.path] : [])),
  }
}
