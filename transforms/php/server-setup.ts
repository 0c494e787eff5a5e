import { baseName, effectsOf, isWithin, resolvePath, type RunCommand } from '../../src/transform.ts'
import type { PhpApp } from './app.ts'
import { iniFolder } from './extensions.ts'
import type { Part } from './part.ts'
import { addsRepository } from './repositories.ts'

/** Programs that set up what serves, and nothing that a build reads. */
const setup = new Set(
  `a2enmod a2dismod a2ensite a2dissite a2enconf a2disconf a2query phpenmod phpdismod php5enmod php5dismod
   service rc-service rc-update update-rc.d invoke-rc.d systemctl crontab setcap locale-gen localedef update-locale dpkg-reconfigure
   apache2ctl apachectl apache2 httpd nginx openssl mkcert make-ssl-cert htpasswd php-fpm`
    .trim()
    .split(/\s+/),
)

/** Folders of what serves, watches and logs. */
const folders = [
  '/etc/apache2',
  '/etc/httpd',
  '/etc/nginx',
  '/etc/caddy',
  '/etc/php',
  '/usr/local/etc/php',
  '/usr/local/etc/php-fpm.d',
  '/usr/local/etc/php-fpm.conf',
  '/etc/supervisor',
  '/etc/supervisord.conf',
  '/etc/supervisor.d',
  '/etc/cron.d',
  '/etc/crontabs',
  '/etc/crontab',
  '/var/spool/cron',
  '/etc/s6',
  '/etc/services.d',
  '/etc/service',
  '/etc/sv',
  '/etc/locale.gen',
  '/etc/timezone',
  '/etc/localtime',
  '/etc/ssl',
  '/etc/security',
  '/etc/sudoers',
  '/etc/sudoers.d',
  '/etc/motd',
  '/etc/hosts',
  '/etc/msmtprc',
  '/etc/ImageMagick-6',
  '/etc/ImageMagick-7',
  '/etc/redis',
  '/var/log',
  '/var/run',
  '/run',
  '/var/lib/nginx',
  '/var/lib/php',
  '/var/lock',
]

/** Apache's and nginx' files and modules, php.ini, log folders, locales, cron: whatever changes the image that runs goes there. */
export function serverSetupPart(app: PhpApp): Part {
  const compiles = app.extensions.filter(({ kind }) => kind === 'compile')
  const lastCompile = Math.max(-1, ...compiles.map(({ command }) => command.step.index))
  return {
    placeCommand: (command) => {
      const program = baseName(command.name ?? '')
      if (setup.has(program)) return 'run'
      if (addsRepository(command)) return 'both'
      const paths = changedPaths(command)
      if (paths.length === 0 || !paths.every(isOfServer)) return undefined
      // What comes over with the ini files of extensions.
      const isEarly = command.step.index <= lastCompile
      return isEarly && paths.every((path) => isWithin(path, iniFolder)) ? 'build' : 'run'
    },
  }
}

const isOfServer = (path: string) =>
  folders.some((folder) => isWithin(path, folder) || path.startsWith(`${folder}/`)) ||
  /^\/etc\/php\d/.test(path)

/** What a command changes, as far as it is known and all of it; the files of `sed -i -e` and globs included. */
function changedPaths(command: RunCommand): readonly string[] {
  const effects = effectsOf(command)
  if (effects !== undefined)
    return effects.flatMap((effect) => (effect.kind === 'users' ? ['/etc/passwd'] : [effect.path]))
  if (baseName(command.name ?? '') !== 'sed' || command.redirects.length > 0) return []
  const files = command.args.filter(
    (arg, i) => arg !== undefined && /^\/(etc|usr|var)\//.test(arg) && command.args[i - 1] !== '-e',
  )
  return files.flatMap((file) => (file === undefined ? [] : (resolvePath('/', file) ?? [])))
}
