import type { Command } from '../../../src/transform.ts'
import { consoleCommandOf } from '../frameworks/index.ts'
import { consoleRows, devPrograms } from '../tables/dev-commands.ts'
import type { DevNames } from './dev-names.ts'
import type { ComposerProject } from './project.ts'

/** The dev package that a command can't run without; undefined where none is known. */
export function devPackageOf(
  command: Command,
  project: ComposerProject,
  names: DevNames,
): string | undefined {
  const { manifest, framework, folder, lock } = project
  const isDev = (name: string) =>
    lock === undefined
      ? manifest?.requireDev.has(name) === true && !manifest.require.has(name)
      : lock.devPackages.some((item) => item.name === name)
  const console = consoleCommandOf(command, framework, folder)
  if (console !== undefined)
    return consoleRows
      .filter(({ commands }) => commands.test(console.name))
      .flatMap(({ packages }) => packages)
      .find(isDev)
  const words = command.name === 'php' ? command.args : [command.name]
  const program = words.find((word) => word?.startsWith('-') === false)
  if (program === undefined) return undefined
  const own = /(?:^|\/)vendor\/bin\/([\w.-]+)$/.exec(program)?.[1] ?? program
  const from = names.programs.get(own)
  if (from !== undefined) return from
  return devPrograms.find(([name, packageName]) => name === own && isDev(packageName))?.[1]
}

/** Whether a command fills a database by the application's seeders, which may use what tests use. */
export function runsSeeders(command: Command, { framework, folder }: ComposerProject): boolean {
  const console = consoleCommandOf(command, framework, folder)
  if (console === undefined) return false
  if (/^(db:seed|doctrine:fixtures:load|migrate:fresh|migrate:refresh)$/.test(console.name))
    return console.name.startsWith('migrate:')
      ? console.args.some((arg) => /^--seed/.test(arg))
      : true
  return console.name === 'migrate' && console.args.some((arg) => /^--seed/.test(arg))
}
