import { resolvePath } from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'

/** Yarn's default since version 2, unless .yarnrc.yml says otherwise. */
export function usesPlugAndPlay({ isBerry, root, view }: NodeApp): boolean {
  if (!isBerry) return false
  const path = view.contextPath(resolvePath(root, '.yarnrc.yml') ?? '')
  const linker = /^nodeLinker:\s*["']?([\w-]+)/m.exec(
    (path === undefined ? undefined : view.project.read(path)) ?? '',
  )?.[1]
  return linker === undefined || linker === 'pnp'
}
