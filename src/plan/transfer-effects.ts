import type { Command } from '../facts/command.ts'
import { baseName, resolvePath } from '../facts/image-path.ts'
import { each, operands, type Effect } from './effect.ts'

/** cp, mv, ln and install: what appears at the target, and for mv what is gone. */
export function transferEffects(name: string, command: Command): readonly Effect[] | undefined {
  const words = operands(command)
  if (words === undefined) return undefined
  if (name === 'install' && command.args.includes('-d'))
    return each(
      words.map((word) => resolvePath(command.cwd, word)),
      (path) => ({ kind: 'creates', path, isFolder: true }),
    )
  const to = words.at(-1)
  const from = words.slice(0, -1)
  if (to === undefined || from.length === 0) return undefined
  // `mv build/* public/`: whatever it is, it is in that folder then.
  if (from.some((word) => /[*?[]/.test(word))) {
    const folder = resolvePath(command.cwd, to)
    return folder === undefined || isSystemFolder(folder)
      ? undefined
      : [{ kind: 'creates', path: folder, isFolder: true }]
  }
  const intoFolder =
    from.length > 1 ||
    to.endsWith('/') ||
    /^(\.|\/(usr\/(local\/)?)?(s?bin|lib)|\/etc|\/opt|\/tmp|\/root)$/.test(to)
  const isFolder = command.args.some((arg) => arg !== undefined && /^-[a-zA-Z]*[rRa]/.test(arg))
  const effects: Effect[] = []
  for (const source of from) {
    const path = resolvePath(command.cwd, intoFolder ? `${to}/${baseName(source)}` : to)
    const gone = resolvePath(command.cwd, source)
    if (path === undefined || gone === undefined) return undefined
    effects.push({ kind: 'creates', path, isFolder: isFolder && name === 'cp' })
    if (name === 'mv') effects.push({ kind: 'deletes', path: gone })
  }
  return effects
}

/** Folders that hold more than what one command puts there. */
function isSystemFolder(path: string): boolean {
  return /^\/((usr\/(local\/)?)?(s?bin|lib|share|include)|etc|opt|usr|usr\/local|root|home|var|srv|go|go\/bin)?$/.test(
    path,
  )
}
