import { anyOrigin, anyOriginWith, type Header } from '../headers.ts'
import { everyPath, ownNotFoundPage, plainFiles } from './serving.ts'
import { served, unrepeatable, type FileServer, type ServerQuestion } from './file-server.ts'
import { unreachableAt, loopbackIn, portIn, readFlags, type FlagTable } from './flags.ts'
import { readServeConfig } from './serve-config.ts'
import { majorOfRange, resolvePath } from '../../../../src/transform.ts'

const flags: FlagTable = {
  switches: [
    ['-s', '--single'],
    ['-C', '--cors'],
    ['-d', '--debug'],
    ['-L', '--no-request-logging'],
    ['-n', '--no-clipboard'],
    ['-u', '--no-compression'],
    ['-S', '--symlinks'],
    ['--no-etag'],
    ['--no-port-switching'],
  ],
  valued: [
    ['-l', '--listen'],
    ['-p', '--port'],
    ['-c', '--config'],
    ['--ssl-cert'],
    ['--ssl-key'],
    ['--ssl-pass'],
  ],
}

/** `serve -s dist -l 3000`; without `-s` a path stands for its page (`/about` for about.html), and 404.html for what is not there. */
export const serve: FileServer = {
  programs: ['serve'],
  read: (question) => {
    const { task } = question
    const read = readFlags(task.args, flags)
    const label = read.has('-s') ? 'serve -s' : 'serve'
    if (read.unknown !== undefined)
      return unrepeatable(question, label, `${read.unknown} is an option of it that is not known`)
    if (read.value('--ssl-cert') !== undefined)
      return unrepeatable(question, label, '`--ssl-cert` makes it answer by TLS')
    const listens = [...read.values('-l'), ...read.values('-p')]
    const [listen, ...others] = new Set(listens)
    if (others.length > 0)
      return unrepeatable(question, label, `it listens on ${listens.join(' and on ')}`)
    const address = loopbackIn(listen)
    if (address !== undefined) return unrepeatable(question, label, unreachableAt(address))
    const port = listen === undefined ? defaultPort(question) : portIn(listen)
    if (port === undefined)
      return unrepeatable(question, label, `it listens on ${listen ?? 'an unknown port'}`)
    const folder = resolvePath(task.cwd, read.words[0] ?? '.')
    const config = readServeConfig(question, folder, read.value('-c'))
    if (config.kind === 'unknown') return unrepeatable(question, label, config.why)
    const isSingle = read.has('-s') || config.isSingle
    return served(question, label, {
      ...plainFiles,
      port,
      folder: config.folder ?? folder,
      fallback: isSingle ? everyPath : ownNotFoundPage,
      cleanUrls: !isSingle && config.cleanUrls,
      folders: isSingle ? 'none' : 'index',
      lists: !isSingle && config.lists,
      slashes: true,
      headers: [...config.headers, ...(read.has('-C') ? openBy(question) : [])],
    })
  },
  source: 'https://github.com/vercel/serve/blob/main/source/utilities/cli.ts',
}

/** Version 14 lets a page of another origin send any header. https://github.com/vercel/serve/blob/v14.2.0/source/utilities/server.ts */
function openBy({ version }: ServerQuestion): readonly Header[] {
  return (majorOfRange(version) ?? 14) < 14
    ? anyOrigin
    : [
        ...anyOriginWith('*'),
        { name: 'Access-Control-Allow-Credentials', value: 'true' },
        { name: 'Access-Control-Allow-Private-Network', value: 'true' },
      ]
}

/** 5000 up to version 12, 3000 since; where nobody names the version, what is exposed tells. */
function defaultPort({ variable, version, exposed }: ServerQuestion): number | undefined {
  const set = variable('PORT')
  if (set !== undefined) return portIn(set)
  const major = majorOfRange(version)
  if (major !== undefined) return major < 13 ? 5000 : 3000
  return exposed.find((port) => port === 3000 || port === 5000) ?? 3000
}
