import type { Command } from '../../../facts/commands/command.ts'
import type { Facts } from '../../../facts/facts.ts'
import { baseName } from '../../../facts/image-path.ts'
import { npmVerb } from '../../../knowledge/npm-verbs.ts'
import { isRecord, record } from '../../../project/formats/loose-data.ts'
import { processesOf } from '../seen/entries.ts'
import type { LostLink } from './lost-links.ts'
import { seePrograms } from '../seen/see-programs.ts'

/**
 * A program of the author's own package that `npm link` or `npm install -g .` puts on PATH as a link, that the container starts, and that
 * the new stage does not link again.
 */
export function lostOwnProgram(before: Facts, after: Facts): LostLink | undefined {
  const again = new Set(after.final.commands.map(({ argv }) => JSON.stringify(argv)))
  const { programs } = seePrograms(before)
  const started = new Set([
    ...processesOf(before).flatMap(({ name }) => name ?? []),
    ...programs.flatMap(({ graph }) =>
      graph.modules.flatMap((module) => module.programs.map(({ name }) => name)),
    ),
  ])
  for (const command of before.final.commands) {
    if (!linksItself(command) || again.has(JSON.stringify(command.argv))) continue
    const folder = command.cwd === undefined ? undefined : before.contextPath(command.cwd)
    if (folder === undefined || command.cwd === undefined) continue
    const json = record(
      before.project.json(folder === '' ? 'package.json' : `${folder}/package.json`),
    )
    const name = json['name']
    const bin = json['bin']
    const names = isRecord(bin)
      ? Object.keys(bin)
      : typeof name === 'string'
        ? [baseName(name)]
        : []
    const lost = names.find((item) => started.has(item))
    if (lost !== undefined) return { path: `/usr/local/bin/${lost}`, to: command.cwd }
  }
  return undefined
}

/** https://docs.npmjs.com/cli/commands/npm-link, https://classic.yarnpkg.com/en/docs/cli/link, https://pnpm.io/cli/link */
function linksItself({ name, args }: Command): boolean {
  if (!/^(npm|yarn|pnpm|bun)$/.test(name ?? '')) return false
  const words = args.filter((arg) => arg?.startsWith('-') !== true)
  const isGlobal = args.some((arg) => arg === '-g' || arg === '--global')
  const [first = '', ...rest] = words
  const verb = npmVerb(first)
  if (verb === 'link') return rest.length === 0
  return isGlobal && verb === 'install' && rest.every((word) => /^[./]/.test(word ?? '.'))
}
