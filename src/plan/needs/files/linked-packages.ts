import { effectsOf } from '../../../facts/effects/effects.ts'
import type { Command, RunCommand } from '../../../facts/commands/command.ts'
import type { Facts } from '../../../facts/facts.ts'
import { resolvePath } from '../../../facts/image-path.ts'
import { innerCommands } from '../../../facts/commands/inner-commands.ts'
import { leavesOf } from '../../../facts/tool-rows.ts'
import { npmVerb } from '../../../knowledge/npm-verbs.ts'
import { isRecord } from '../../../project/formats/loose-data.ts'

/**
 * Packages of the context that RUNs, and the scripts that they start, link into node_modules: by hand, `ln -s ../lib node_modules/lib`, or
 * because their folder is what is installed (https://docs.npmjs.com/cli/commands/npm-install). Each name with its folder in the context.
 */
export function linkedPackages(facts: Facts): ReadonlyMap<string, string> {
  const { commands } = facts.final
  const all = commands.flatMap((command): readonly Command[] => [
    command,
    ...innerCommands(command, facts).commands,
  ])
  return new Map([
    ...commands.flatMap((command) => linkedByHand(command, facts)),
    ...all.flatMap((command) => linkedByInstall(command, facts)),
  ])
}

type Linked = readonly (readonly [name: string, folder: string])[]

function linkedByHand(command: RunCommand, facts: Facts): Linked {
  const own = (effectsOf(command) ?? []).flatMap((effect) =>
    effect.kind === 'creates' && effect.isLink === true
      ? [{ path: effect.path, leadsTo: effect.from }]
      : [],
  )
  const left = leavesOf(command, facts)?.paths ?? []
  return [...own, ...left].flatMap(({ path, leadsTo }): Linked => {
    const name = /\/node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1]
    const folder = leadsTo === undefined ? undefined : facts.contextPath(leadsTo)
    return name === undefined || folder === undefined || folder === '' ? [] : [[name, folder]]
  })
}

const managers = ['npm', 'pnpm', 'yarn', 'bun']

/** `npm install ./lib`, `yarn add link:./lib` */
function linkedByInstall({ name = '', args, cwd }: Command, facts: Facts): Linked {
  const [verb, ...operands] = args.filter((arg) => arg?.startsWith('-') !== true)
  if (!managers.includes(name) || !['install', 'add', 'link'].includes(npmVerb(verb ?? '')))
    return []
  if (args.some((arg) => arg === '-g' || arg === '--global')) return []
  return operands.flatMap((operand): Linked => {
    const written = /^(?:(?:file|link|portal):)?(\.{0,2}\/.*|\.\.?)$/.exec(operand ?? '')?.[1]
    const folder = facts.contextPath(resolvePath(cwd, written ?? '') ?? '')
    if (written === undefined || folder === undefined || folder === '') return []
    const manifest = facts.project.json(`${folder}/package.json`)
    const own = isRecord(manifest) ? manifest['name'] : undefined
    return typeof own === 'string' ? [[own, folder]] : []
  })
}
