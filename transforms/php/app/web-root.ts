import { baseName, resolvePath, type Facts, type StageFacts } from '../../../src/transform.ts'
import type { PhpStart } from './start.ts'

/** Apache's folder in the official images and in Debian's packages. */
const defaultRoot = '/var/www/html'

/** The folder that the web server serves; undefined where there is none, or where it can't be told. */
export function webRootOf(
  facts: Facts,
  start: PhpStart,
  folder: string | undefined,
): string | undefined {
  const { process } = start
  switch (start.kind) {
    case 'server': {
      const { args = [], cwd } = process ?? {}
      const at = args.indexOf('-t')
      if (at >= 0) return resolvePath(cwd, args[at + 1] ?? '.')
      return args.includes('-S') ? cwd : folder === undefined ? undefined : `${folder}/public`
    }
    case 'apache':
      return apacheRoot(facts)
    case 'several':
    case 'fpm':
      return fromServerFiles(facts)
    default:
      return undefined
  }
}

function apacheRoot(facts: Facts): string | undefined {
  const { final } = facts
  // https://github.com/docker-library/docs/tree/master/php#changing-documentroot-or-other-apache-configuration
  const named = final.end.env.get('APACHE_DOCUMENT_ROOT')
  if (named !== undefined) return named
  return (
    fromSed(final) ??
    fromServerFiles(facts) ??
    (final.base.family === 'php' ? defaultRoot : undefined)
  )
}

/** `sed -i 's!/var/www/html!/var/www/html/public!g' /etc/apache2/sites-available/*.conf` */
function fromSed({ commands }: StageFacts): string | undefined {
  for (const { name, args } of commands) {
    if (name === undefined || baseName(name) !== 'sed') continue
    for (const arg of args) {
      const match =
        /^s(.)(?:DocumentRoot\s+)?\/var\/www\/html\/?\1(?:DocumentRoot\s+)?(\/.*?)\1/.exec(
          arg ?? '',
        )
      if (match?.[2] !== undefined) return resolvePath('/', match[2])
    }
  }
  return undefined
}

/** `DocumentRoot "/srv/app/public"` and `root /srv/app/public;` in configuration files that are copied. */
function fromServerFiles({ final, project }: Facts): string | undefined {
  for (const { paths } of final.copies)
    for (const { source, isFolder, target } of paths) {
      if (!/^\/etc\/|\.(conf|template)$/.test(target)) continue
      const files = isFolder ? project.files(source) : [source]
      for (const file of files) {
        if (!/\.(conf|template)$|(^|\/)(default|Caddyfile)$/.test(file)) continue
        const match = /^\s*(?:DocumentRoot|root)\s+"?(\/[^\s";]+)/m.exec(project.read(file) ?? '')
        if (match?.[1] !== undefined) return resolvePath('/', match[1])
      }
    }
  return undefined
}
