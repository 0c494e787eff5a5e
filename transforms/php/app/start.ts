import { baseName, supervisors, type Facts, type Process } from '../../../src/transform.ts'

/** What the container runs. */
export interface PhpStart {
  /**
   * 'server': PHP's own web server, `php -S` or `artisan serve`. 'script': a program of the command line. 'several': a supervisor, or more than
   * one service. 'nothing': the base image's `php -a`, or no command.
   */
  readonly kind: 'apache' | 'fpm' | 'server' | 'script' | 'several' | 'other' | 'nothing'
  /** The process that decides. */
  readonly process: Process | undefined
}

/** Others that start several programs. */
const starters = /^(init|pm2(-runtime)?|parallel)$/

/** Reads the start command as it was followed. */
export function startOf({ start }: Facts): PhpStart {
  const processes = start?.processes ?? []
  const supervisor = processes.find(({ name }) => {
    const program = programOf(name)
    return supervisors.has(program) || starters.test(program)
  })
  if (supervisor !== undefined) return { kind: 'several', process: supervisor }
  const services = processes.flatMap((process) => {
    const kind = serviceOf(process)
    return kind === undefined ? [] : [{ kind, process }]
  })
  const kinds = new Set(services.map(({ kind }) => kind))
  const last = services.at(-1)
  if (last !== undefined && kinds.size > 1) return { kind: 'several', process: last.process }
  if (last !== undefined)
    return last.kind === 'beside'
      ? { kind: 'other', process: last.process }
      : { kind: last.kind, process: last.process }
  const final = processes.findLast(({ follows }) => !follows)
  if (final === undefined)
    return { kind: processes.length === 0 ? 'nothing' : 'other', process: processes.at(-1) }
  if (isInteractive(final)) return { kind: 'nothing', process: final }
  return { kind: isPhp(final.name) ? 'script' : 'other', process: final }
}

/** Which service a process is; `beside` serves something else beside PHP. */
function serviceOf(process: Process): 'apache' | 'fpm' | 'server' | 'beside' | undefined {
  const { name, args } = process
  const program = programOf(name)
  if (/^(apache2-foreground|apache2|httpd|apache2ctl|apachectl)$/.test(program)) return 'apache'
  if (/^php-?fpm\d*(\.\d+)?$/.test(program)) return 'fpm'
  if (/^(nginx|caddy|frankenphp|rr|cron|crond|supercronic|lighttpd)$/.test(program)) return 'beside'
  if (/^(service|rc-service)$/.test(program))
    return serviceOf({ ...process, name: args[0], args: [] })
  if (program === 'symfony')
    return args.some((arg) => /^(server:start|serve)$/.test(arg ?? '')) ? 'server' : undefined
  if (!isPhp(name)) return undefined
  const isServer =
    args.includes('-S') ||
    args.some((arg) => arg !== undefined && /^-S.+/.test(arg)) ||
    args.some((arg) => /^(serve|server:run|server:start)$/.test(arg ?? ''))
  return isServer ? 'server' : undefined
}

/** Whether a word is PHP's command: 'php', '/usr/local/bin/php', 'php8.2', 'php82'. */
export function isPhp(name: string | undefined): boolean {
  return /^php\d*(\.\d+)?$/.test(programOf(name))
}

function isInteractive({ name, args }: Process): boolean {
  return isPhp(name) && (args.length === 0 || args[0] === '-a')
}

const programOf = (name: string | undefined) => (name === undefined ? '' : baseName(name))
