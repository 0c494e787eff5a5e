import type { RunCommand } from '../commands/command.ts'
import { effectsOf } from '../effects/effects.ts'
import { baseName } from '../image-path.ts'

/** The user and the group of `--chown` or `chown` that go by a name. A variable that is not known is in none. */
export const namesOfOwner = (owner: string): readonly string[] =>
  owner.split(':').filter((name) => name !== 'root' && /^[a-z_][\w.-]*$/i.test(name))

/** Whether a command makes one of these users and groups, or gives it another number: `useradd -m app`, `echo app:x:1001:... >> /etc/passwd`. */
export function changesUsers(command: RunCommand, names: readonly string[]): boolean {
  const effects = effectsOf(command) ?? []
  return effects.some((effect) =>
    effect.kind === 'users'
      ? isMaker(command) && command.args.some((arg) => names.some((name) => says(arg, name)))
      : /^\/etc\/(passwd|group)$/.test(effect.path) &&
        command.args.some((arg) => names.some((name) => arg?.includes(name))),
  )
}

/** `adduser app audio` puts one that is there into a group, as `usermod -aG audio app` does. */
function isMaker({ name = '', args }: RunCommand): boolean {
  switch (baseName(name)) {
    case 'adduser':
    case 'addgroup':
      return args.length !== 2 || args.some((arg) => arg?.startsWith('-') === true)
    case 'usermod':
    case 'groupmod':
      return args.some((arg) => arg !== undefined && /^(-[ug]|--[ug]id(=|$))/.test(arg))
    default:
      return /^(user|group)add$/.test(baseName(name))
  }
}

const says = (arg: string | undefined, name: string) => arg === name || arg?.endsWith(`=${name}`)
