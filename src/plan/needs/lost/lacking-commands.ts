import type { RunCommand } from '../../../facts/commands/command.ts'
import { effectsOf } from '../../../facts/effects/effects.ts'
import type { Facts } from '../../../facts/facts.ts'
import { baseName, folderOf, isWithin } from '../../../facts/image-path.ts'
import { isRoot } from '../../../facts/stages/root-user.ts'
import { readInstall } from '../../../knowledge/package-managers.ts'
import { indexCommand } from '../../place/index-commands.ts'
import { placeTrust } from '../../place/place-trust.ts'
import { startsTheSame } from '../seen/entries.ts'
import { bringsPhp, bringsPython, bringsStarted, installsForRunTime } from './lacking-installs.ts'
import { preparesPython } from '../python/lost-commands.ts'
import { viewOf } from '../../view/stage-view.ts'

/** Commands that configure a program of the image, and what else shows that it is configured. */
interface Configures {
  readonly names: RegExp
  /** The family of images that has what it configures. */
  readonly family: RegExp
  /** A copy of this path does the same. */
  readonly leaves: string
  readonly source: string
}

const rows: readonly Configures[] = [
  {
    names: /^(a2(en|dis)(mod|site|conf))$/,
    family: /^php$/,
    leaves: '/etc/apache2',
    source: 'https://manpages.debian.org/bookworm/apache2/a2enmod.8.en.html',
  },
  {
    names: /^docker-php-ext-(install|enable)$/,
    family: /^php$/,
    leaves: '/usr/local/lib/php/extensions',
    source:
      'https://github.com/docker-library/docs/tree/master/php#how-to-install-more-php-extensions',
  },
  {
    names: /^pecl$/,
    family: /^php$/,
    leaves: '/usr/local/lib/php/extensions',
    source: 'https://www.php.net/manual/en/install.pecl.pear.php',
  },
]

/** The author's commands that configure what the new final stage has, too, and that it does without. */
export function lackingCommands(before: Facts, after: Facts): readonly RunCommand[] {
  const { final } = before
  return final.commands.filter(
    (command) =>
      makesLackingUser(command, before, after) ||
      configures(command, before, after) ||
      setsUp(command, before, after) ||
      bringsPhp(command, before, after) ||
      bringsPython(command, before, after) ||
      preparesPython(command, before, after) ||
      bringsStarted(command, before, after) ||
      installsForRunTime(command, before, after) ||
      givesAway(command, after),
  )
}

/** The user that USER names is made by a command, and none of the runtime stage makes one. */
function makesLackingUser(command: RunCommand, before: Facts, after: Facts): boolean {
  if (!hasUsers(command)) return false
  const { config, base, commands } = after.final
  const [name = ''] = (config.User ?? '').split(':')
  if (isRoot(config.User) || /^\d+$/.test(name) || base.user?.name === name) return false
  return (
    before.final.config.User === config.User &&
    makersOf(before).some(({ args }) => args.includes(name)) &&
    !commands.some((other) => hasUsers(other) && other.args.includes(name))
  )
}

const makersOf = ({ final: { commands } }: Facts) => commands.filter(hasUsers)

const hasUsers = (command: RunCommand) =>
  effectsOf(command)?.some(({ kind }) => kind === 'users') === true

function configures(command: RunCommand, before: Facts, after: Facts): boolean {
  const name = baseName(command.name ?? '')
  const { base, commands, copies } = after.final
  if (
    !startsTheSame(before, after) ||
    commands.some((other) => baseName(other.name ?? '') === name)
  )
    return false
  const isCopied = (path: string) =>
    copies.some(({ destination }) => destination !== undefined && isWithin(destination, path))
  const trusted = placeTrust(command, before.final)
  if (trusted?.kind === 'leaves')
    return !trusted.paths.every(({ path }) => isCopied(folderOf(path)))
  const index = indexCommand(name)
  if (index !== undefined)
    return commands.some(({ argv }) =>
      readInstall(argv)?.packages.some((item) => item.name === index.package),
    )
  const row = rows.find(({ names }) => names.test(name))
  return (
    row !== undefined &&
    !isCopied(row.leaves) &&
    row.family.test(base.family) &&
    row.family.test(before.final.base.family)
  )
}

/** Settings of servers and interpreters. */
const settings =
  /^\/etc\/(apache2|httpd|nginx|php\d*|supervisor|cron[\w.]*|caddy)(\/|$)|^\/usr\/local\/etc\/php/

/** A command writes settings of a program that both images have: `sed -i s/80/8080/ /etc/apache2/ports.conf`. */
function setsUp(command: RunCommand, before: Facts, after: Facts): boolean {
  const { base, commands, copies } = after.final
  const set = (effectsOf(command) ?? []).flatMap((effect) =>
    (effect.kind === 'creates' || effect.kind === 'changes') && settings.test(effect.path)
      ? [effect.path]
      : [],
  )
  return (
    set.length > 0 &&
    base.family === before.final.base.family &&
    startsTheSame(before, after) &&
    !set.every((path) =>
      copies.some(({ destination }) => destination !== undefined && isWithin(path, destination)),
    ) &&
    !commands.some(({ argv }) => argv.join('\0') === command.argv.join('\0'))
  )
}

/** What a command gives to another user is there, and is root's: a COPY keeps modes, and no owners. */
function givesAway(command: RunCommand, after: Facts): boolean {
  const owned = (effectsOf(command) ?? []).flatMap((effect) =>
    effect.kind === 'changes' && effect.what === 'owner' ? [effect.path] : [],
  )
  if (owned.length === 0 || isRoot(command.args.find((arg) => arg?.startsWith('-') !== true)))
    return false
  const view = viewOf(after.final, after)
  const { copies, commands } = after.final
  return owned.some(
    (path) =>
      view.has(path) === 'yes' &&
      !copies.some(
        ({ chown, destination }) =>
          chown !== undefined && destination !== undefined && isWithin(path, destination),
      ) &&
      !commands.some((other) =>
        (effectsOf(other) ?? []).some(
          (effect) =>
            effect.kind === 'changes' &&
            effect.what === 'owner' &&
            (isWithin(path, effect.path) || isWithin(effect.path, path)),
        ),
      ),
  )
}
