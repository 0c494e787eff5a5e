/** Where a repository is hosted, as its URL says. */
export interface RemotePlace {
  /** 'https://github.com': with its port where that is not the scheme's own. Of SSH remotes the host alone counts. */
  readonly origin: string
  /** 'github.com', 'git.example.org:3000' */
  readonly host: string
  /** 'owner/name' */
  readonly path: string
}

/**
 * Reads a remote's URL: `https://host/owner/name.git`, `ssh://git@host:22/owner/name`, `git@host:owner/name.git`. Undefined for
 * paths of this machine and whatever else names no host. Credentials in it are left out.
 * https://git-scm.com/docs/git-clone#_git_urls
 */
export function readRemoteUrl(url: string): RemotePlace | undefined {
  const short = /^(?:[^@/\s]+@)?([^:/\s]+):(?!\/\/)(.+)$/.exec(url)
  if (short !== null) {
    const [, host = '', path = ''] = short
    // 'C:\\folder' is a path of Windows.
    return host.length < 2 ? undefined : place('https:', host, path)
  }
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  switch (parsed?.protocol) {
    case 'http:':
    case 'https:':
      return place(parsed.protocol, parsed.host, parsed.pathname)
    case 'ssh:':
    case 'git+ssh:':
    case 'git:':
      return place('https:', parsed.hostname, parsed.pathname)
    default:
      return undefined
  }
}

function place(scheme: string, host: string, path: string): RemotePlace | undefined {
  const plain = path
    .replace(/^\/+|\/+$/g, '')
    .replace(/\.git$/, '')
    .replace(/^~/, '')
  // SSH hosts that stand beside the one that answers HTTPS (docs.github.com "Using SSH over the HTTPS port", and GitLab's alike).
  const web = host.replace(/^(ssh|altssh)\.(github\.com|gitlab\.com|bitbucket\.org)$/, '$2')
  return plain.includes('/') ? { origin: `${scheme}//${web}`, host: web, path: plain } : undefined
}

/** A repository as a list names it: a URL, `host/owner/name`, or `owner/name` on the host that is meant. */
export function readRepositoryName(
  text: string,
  origin: string | undefined,
): RemotePlace | undefined {
  const url = /:\/\/|^[^/\s]+@|^[^/\s]+:[^/]/.test(text) ? readRemoteUrl(text) : undefined
  if (url !== undefined) return url
  const parts = text.replace(/\.git$/, '').split('/')
  if (parts.some((part) => !/^[\w.~-]+$/.test(part) || /^\.+$/.test(part)) || parts.length < 2)
    return undefined
  const [first = ''] = parts
  const namesHost = parts.length > 2 && /\.|^localhost$/.test(first) && origin === undefined
  if (namesHost) return readRemoteUrl(`https://${text}`)
  return origin === undefined
    ? undefined
    : { origin, host: new URL(origin).host, path: parts.join('/') }
}
