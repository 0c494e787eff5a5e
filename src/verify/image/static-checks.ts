import type { LookedAt } from './image-facts.ts'
import { resolveInImage } from './image-files.ts'
import { lostSharedData } from './lost-shared-data.ts'
import { lostLibraries } from './lost-libraries.ts'
import { named } from './named.ts'
import { findProgram, may, scriptInterpreter, userOf } from './find-program.ts'
import type { Finding } from '../../verification/finding.ts'

/** What was found without running anything. */
export interface StaticFindings {
  readonly differences: readonly Finding[]
  readonly notes: readonly Finding[]
}

/**
 * What the new image lacks that the old one had, for files that both have: libraries and loaders of programs, interpreters of scripts,
 * the start command's programs, folders that the user may write to. What the old image lacked as well is no finding.
 */
export function checkStatically(
  before: LookedAt,
  after: LookedAt,
  packageFolders: readonly string[],
): StaticFindings {
  const libraries = lostLibraries(before, after)
  return {
    differences: [
      ...lostUser(after),
      ...lostStartPrograms(before, after),
      ...findings(libraries.filter(({ isOptional }) => !isOptional)),
      ...lostFolders(before, after),
    ],
    notes: [
      ...findings(libraries.filter(({ isOptional }) => isOptional)),
      ...lostInterpreters(before, after, packageFolders),
      ...lostSharedData(before, after),
    ],
  }
}

function findings(found: readonly Finding[]): readonly Finding[] {
  return found.map(({ code, message }) => ({ code, message }))
}

function lostUser({ config, files }: LookedAt): readonly Finding[] {
  if (userOf(config, files) !== undefined) return []
  const message = `USER ${config.user} is not in the new image's /etc/passwd, so no container starts`
  return [{ code: 'missing-user', message, by: 'non-root-user' }]
}

/** ENTRYPOINT's program, or CMD's where there is no ENTRYPOINT; of a shell's command line, its first word. */
function startPrograms({ config }: LookedAt): readonly string[] {
  const [program, flag, line] = config.entrypoint.length > 0 ? config.entrypoint : config.cmd
  if (program === undefined) return []
  const isShell = /(^|\/)(ba|da|a)?sh$/.test(program) && flag === '-c' && line !== undefined
  const first = isShell ? /^\s*(?:exec\s+)?([\w./-]+)(?=\s|$)/.exec(line)?.[1] : undefined
  return first === undefined ? [program] : [program, first]
}

function lostStartPrograms(before: LookedAt, after: LookedAt): readonly Finding[] {
  const user = userOf(after.config, after.files)
  const lacks = (image: LookedAt, name: string): boolean =>
    findProgram(name, image.config, image.files)?.file.kind !== 'file'
  return startPrograms(after).flatMap((name): readonly Finding[] => {
    if (lacks(after, name)) {
      // Shells have words that are no programs: `cd`, `exec`.
      if (lacks(before, name) && startPrograms(before).includes(name)) return []
      return [
        { code: 'missing-program', message: `${name}, which the container starts, is not there` },
      ]
    }
    const found = findProgram(name, after.config, after.files)
    if (found === undefined || user === undefined) return []
    if (!may(user, found.file, 1)) {
      const message = `${found.path}, which the container starts, may not be executed by ${user.name}`
      return [{ code: 'not-executable', message }]
    }
    const interpreter = found.file.shebang && scriptInterpreter(found.file.shebang)
    if (interpreter === undefined || !lacks(after, interpreter)) return []
    const message = `${found.path}, which the container starts, is run by ${interpreter}, which is not there`
    return [{ code: 'missing-interpreter', message }]
  })
}

/** Where the system has its scripts. */
const isOfSystem = /^\/(usr|var|etc|lib)\//

/** Scripts are many, and most are tools that nothing calls: worth a note. Those of packages are none of the application's. */
function lostInterpreters(
  before: LookedAt,
  after: LookedAt,
  packageFolders: readonly string[],
): readonly Finding[] {
  const isTool = (path: string): boolean =>
    isOfSystem.test(path) || packageFolders.some((name) => path.includes(`/${name}/`))
  const users = new Map<string, string[]>()
  const has = (image: LookedAt, name: string): boolean =>
    findProgram(name, image.config, image.files) !== undefined
  for (const [path, { shebang, kind, mode }] of after.files.entries) {
    if (kind !== 'file' || shebang === undefined || (mode & 0o111) === 0) continue
    if (!before.files.entries.has(path) || isTool(path)) continue
    const name = scriptInterpreter(shebang)
    if (name !== undefined) users.set(name, [...(users.get(name) ?? []), path])
  }
  return [...users]
    .filter(([name]) => !has(after, name) && has(before, name))
    .map(([name, paths]) => ({
      code: 'missing-interpreter',
      message: `${name} is not in the new image; ${named(paths)} would be run by it`,
    }))
}

/** Volumes, and folders that the old image gave to its user on purpose. */
function lostFolders(before: LookedAt, after: LookedAt): readonly Finding[] {
  const oldUser = userOf(before.config, before.files)
  const newUser = userOf(after.config, after.files)
  if (oldUser === undefined || newUser === undefined) return []
  const lost = [...before.files.entries]
    .filter(([path, file]) => {
      if (file.kind !== 'folder' || !may(oldUser, file, 2)) return false
      const isVolume = before.config.volumes.includes(path)
      const isGiven = oldUser.uid === 0 ? isVolume : file.uid === oldUser.uid || isVolume
      if (!isGiven) return false
      const now = resolveInImage(after.files, path)
      return now !== undefined && !may(newUser, now.file, 2)
    })
    .map(([path]) => path)
  if (lost.length === 0) return []
  const message = `${named(lost)} can be written to by ${oldUser.name} before, and not by ${newUser.name} after`
  return [{ code: 'not-writable', message, by: 'non-root-user' }]
}
