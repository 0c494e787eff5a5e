import type { Facts } from './facts.ts'
import { baseName, resolvePath } from './image-path.ts'
import { lineage, type StageFacts } from './stages/stage-facts.ts'

/** Apache's folder in the official images of PHP and in Debian's packages. */
const debianRoot = '/var/www/html'

/** Folders that the official images of web servers hand out, by the image's name. */
const rootsOfImages: ReadonlyMap<string, string> = new Map([
  ['nginx', '/usr/share/nginx/html'],
  ['httpd', '/usr/local/apache2/htdocs'],
  ['caddy', '/usr/share/caddy'],
  ['php', debianRoot],
])

const apache = /^(apache2(-foreground|ctl)?|apachectl|httpd(-foreground)?)$/

/** The folder whose files a web server of the image gives to whoever asks for them; undefined where there is none, or where it can't be told. */
export function servedFolder(facts: Facts): string | undefined {
  const { start, final } = facts
  for (const { name, args, cwd } of start?.processes ?? []) {
    const program = baseName(name ?? '')
    if (program === 'php' && args.includes('-S')) return rootOfPhp(args, cwd)
    const isApache = apache.test(program)
    if (isApache && final.base.family !== 'httpd') return apacheRoot(facts)
    if (isApache || program === 'nginx' || program === 'caddy')
      return rootInServerFiles(facts) ?? rootsOfImages.get(final.base.family)
  }
  return undefined
}

/** https://www.php.net/manual/en/features.commandline.webserver.php */
export function rootOfPhp(
  args: readonly (string | undefined)[],
  cwd: string | undefined,
): string | undefined {
  const at = args.indexOf('-t')
  return at < 0 ? cwd : resolvePath(cwd, args[at + 1] ?? '.')
}

/** What Apache hands out on Debian and in the images of PHP; undefined where it can't be told. */
export function apacheRoot(facts: Facts): string | undefined {
  const { final } = facts
  // https://github.com/docker-library/docs/tree/master/php#changing-documentroot-or-other-apache-configuration
  const named = final.end.env.get('APACHE_DOCUMENT_ROOT')
  if (named !== undefined) return named
  return (
    fromSed(final) ??
    rootInServerFiles(facts) ??
    (final.base.family === 'php' ? debianRoot : undefined)
  )
}

/** `sed -i 's!/var/www/html!/var/www/html/public!g' /etc/apache2/sites-available/*.conf` */
function fromSed(stage: StageFacts): string | undefined {
  for (const { name, args } of lineage(stage).flatMap(({ commands }) => commands)) {
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
export function rootInServerFiles({ final, project }: Facts): string | undefined {
  for (const { paths } of lineage(final).flatMap(({ copies }) => copies))
    for (const { source, isFolder, target } of paths) {
      if (!/^\/etc\/|\.(conf|template)$/.test(target)) continue
      const files = isFolder ? project.files(source) : [source]
      for (const file of files) {
        if (!/\.(conf|template)$|(^|\/)(default|Caddyfile)$/.test(file)) continue
        const match = /^\s*(?:DocumentRoot|root)\s+(?:\*\s+)?"?(\/[^\s";]+)/m.exec(
          project.read(file) ?? '',
        )
        if (match?.[1] !== undefined) return resolvePath('/', match[1])
      }
    }
  return undefined
}
