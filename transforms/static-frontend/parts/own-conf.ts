import { directivesOf } from './directives.ts'
import type { NginxConf } from './nginx-conf.ts'

/** Whether a project's own server block does what ours would: the same port, folder and fallback, and nothing beside them. */
export function isSameServer(text: string, conf: NginxConf): boolean {
  const lines = directivesOf(text)
  if (
    lines === undefined ||
    conf.proxies.length > 0 ||
    conf.headers.length > 0 ||
    conf.hidden !== undefined ||
    (conf.fallback.kind === 'not-found' && conf.fallback.page !== undefined) ||
    conf.basePath !== '/'
  )
    return false
  if (lines.some(({ name }) => !known.has(name))) return false
  const values = (name: string) =>
    lines.filter((line) => line.name === name).map(({ value }) => value)
  const [server, ...moreServers] = values('server')
  const listens = values('listen')
  const roots = [...values('root')]
  const files = values('try_files')
  const { fallback } = conf
  return (
    server !== undefined &&
    moreServers.length === 0 &&
    listens.length > 0 &&
    listens.every((value) =>
      new RegExp(`^(\\[::\\]:)?${conf.port}( default_server)?$`).test(value),
    ) &&
    roots.length > 0 &&
    roots.every((value) => value.replace(/\/$/, '') === conf.root) &&
    files.length > 0 &&
    (fallback.kind === 'page'
      ? files.some((value) => value.split(' ').at(-1) === fallback.page)
      : files.every((value) => value.endsWith('=404')) && !conf.cleanUrls)
  )
}

/** Directives that change nothing of what a path answers, and the three that are compared. */
const known = new Set(
  'server listen root try_files location index server_name add_header expires gzip gzip_types gzip_vary gzip_min_length gzip_comp_level gzip_proxied gzip_static gzip_http_version gzip_buffers gzip_disable charset server_tokens error_log access_log sendfile etag default_type'.split(
    ' ',
  ),
)
