import { spawn } from 'node:child_process'
import type { IncomingMessage, ServerResponse } from 'node:http'

export interface GitBackendSettings {
  /** The folder of bare repositories: 'owner/name.git' */
  readonly root: string
  /** May a request with this Authorization header read and write? By default everybody may. */
  readonly authorize?: (authorization: string | undefined) => boolean
  /** Runs before a repository ('owner/name') is served. */
  readonly prepare?: (repository: string) => Promise<void>
}

export interface GitBackend {
  /** Is it a request of git's? */
  readonly isGit: (url: string) => boolean
  /** For a server that serves other things, too. */
  readonly serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

/** What hosts allow: https://git-scm.com/docs/git-config#Documentation/git-config.txt-uploadpackallowAnySHA1InWant */
const configuration = {
  'uploadpack.allowFilter': 'true',
  'uploadpack.allowAnySHA1InWant': 'true',
  'http.receivepack': 'true',
  'safe.directory': '*',
}

const routes = /^\/([^?]+?)\.git\/(info\/refs|git-upload-pack|git-receive-pack|HEAD|objects\/.*)/

/** Git's own server, `git http-backend`, over the repositories of a folder: https://git-scm.com/docs/git-http-backend */
export function createGitBackend(settings: GitBackendSettings): GitBackend {
  const { root, authorize = () => true, prepare } = settings
  return {
    isGit: (url) => routes.test(url),
    serve: async (request, response) => {
      const { url = '/' } = request
      if (!authorize(request.headers.authorization)) {
        request.resume()
        response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end()
        return
      }
      const repository = routes.exec(url)?.[1]
      if (repository !== undefined) await prepare?.(repository)
      await runBackend(root, request, response)
    },
  }
}

/** A CGI program: https://www.rfc-editor.org/rfc/rfc3875 */
function runBackend(
  root: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
  const { headers } = request
  const keys = Object.entries(configuration)
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env['PATH'],
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      GIT_CONFIG_COUNT: String(keys.length),
      ...Object.fromEntries(
        keys.flatMap(([key, value], index) => [
          [`GIT_CONFIG_KEY_${index}`, key],
          [`GIT_CONFIG_VALUE_${index}`, value],
        ]),
      ),
      PATH_INFO: decodeURIComponent(pathname),
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: headers['content-type'] ?? '',
      ...(headers['content-length'] ? { CONTENT_LENGTH: headers['content-length'] } : {}),
      HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
      REMOTE_USER: 'git',
      REMOTE_ADDR: '127.0.0.1',
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.on('error', () => undefined)
  request.pipe(child.stdin)
  return new Promise((done, fail) => {
    let head: Buffer | undefined = Buffer.alloc(0)
    child.stdout.on('data', (chunk: Buffer) => {
      if (head === undefined) return response.write(chunk)
      head = Buffer.concat([head, chunk])
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return undefined
      const lines = head.subarray(0, end).toString().split('\r\n')
      const rest = head.subarray(end + 4)
      head = undefined
      let status = 200
      for (const line of lines) {
        const [name = '', value = ''] = line.split(/:\s*(.*)/s)
        if (name.toLowerCase() === 'status') status = Number.parseInt(value, 10)
        else response.setHeader(name, value)
      }
      response.writeHead(status)
      return response.write(rest)
    })
    child.on('error', fail)
    child.on('close', () => {
      response.end()
      done()
    })
  })
}
