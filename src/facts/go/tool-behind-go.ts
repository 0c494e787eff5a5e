import { readGoArguments } from './go-arguments.ts'
import { commandOf, type Command } from '../commands/command.ts'
import { baseName } from '../image-path.ts'
import { isGo } from './build-command.ts'
import { binaryName } from './modules.ts'

/**
 * The program that the go command fetches and starts, as if it were started by its name: `go run github.com/swaggo/swag/cmd/swag@v1 init` => `swag init`,
 * `go tool swag init`. Undefined for other commands.
 */
export function toolBehindGo(command: Command): Command | undefined {
  if (!isGo(command, 'run', 'tool')) return undefined
  const [target, ...args] = readGoArguments(command).operands
  if (target === undefined || isOwn(target)) return undefined
  const name = binaryName(target.replace(/@.*$/, '').replace(/\.go$/, ''))
  return { ...commandOf([baseName(name), ...args], command.cwd), redirects: command.redirects }
}

/** A package or a source of the project: a path, and none of Go's own. */
const isOwn = (target: string) =>
  /^\.{1,2}(\/|$)/.test(target) || (target.endsWith('.go') && !ofGo.test(target))

/** Below where Go's images, Debian and Alpine install it. */
const ofGo = /^\/usr\/(local\/go|lib\/go(-[\d.]+)?|share\/go-[\d.]+)\//
