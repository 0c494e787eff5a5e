import type { Facts } from '../../../facts/facts.ts'
import { record } from '../../../project/formats/loose-data.ts'
import { prunes } from '../seen/dev-installs.ts'
import type { Statement } from '../../../project/config/preferences.ts'

/**
 * A package that people say is to be kept (`node_modules/x`), that is no dependency of production, and that a command of the new file
 * therefore takes out or leaves out.
 */
export function lostPackage(before: Facts, after: Facts): Statement | undefined {
  const { project } = before
  const named = project.preferences.statements.keep.filter(
    ({ text }) => packageIn(text) !== undefined,
  )
  if (named.length === 0 || !leavesOutDev(before, after)) return undefined
  const manifest = before.contextPath(`${before.final.end.workdir ?? ''}/package.json`)
  const dependencies = record(record(project.json(manifest ?? 'package.json'))['dependencies'])
  return named.find(({ text }) => !Object.hasOwn(dependencies, packageIn(text) ?? ''))
}

/** 'x' of `node_modules/x/lib`, '@a/x' of `/app/node_modules/@a/x`. */
function packageIn(path: string): string | undefined {
  const parts = path.split('/')
  const at = parts.lastIndexOf('node_modules')
  const [first, second] = at < 0 ? [] : parts.slice(at + 1)
  return first === undefined || first === ''
    ? undefined
    : first.startsWith('@')
      ? `${first}/${second ?? ''}`
      : first
}

/** Whether a command of the new file takes out or leaves out the dev dependencies that the author's image has. */
export const leavesOutDev = (before: Facts, after: Facts): boolean => prunes(after) > prunes(before)
