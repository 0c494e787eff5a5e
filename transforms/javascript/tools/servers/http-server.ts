import { resolvePath } from '../../../../src/transform.ts'
import { hasFile } from '../../stage-view.ts'
import { anyOrigin } from '../headers.ts'
import type { DevProxy } from '../tool.ts'
import {
  everyPath,
  ownNotFoundPage,
  plainFiles,
  type Serving,
  type Unrepeatable,
} from './serving.ts'
import { served, unrepeatable, type FileServer, type ServerQuestion } from './file-server.ts'
import { portIn, readFlags, type FlagTable } from './flags.ts'

const flags: FlagTable = {
  switches: [
    ['-d'],
    ['-i'],
    ['-g', '--gzip'],
    ['-b', '--brotli'],
    ['-s', '--silent'],
    ['--cors'],
    ['-o', '--open'],
    ['-U', '--utc'],
    ['--no-dotfiles'],
    ['-S', '--tls', '--ssl'],
    ['-r', '--robots'],
    ['--no-panic'],
  ],
  valued: [
    ['-p', '--port'],
    ['-a'],
    ['-e', '--ext'],
    ['-c'],
    ['-t'],
    ['-T', '--timeout'],
    ['-P', '--proxy'],
    ['--proxy-options'],
    ['--log-ip'],
    ['-C', '--cert'],
    ['-K', '--key'],
    ['--username'],
    ['--password'],
    ['--mimetypes'],
  ],
}

/** `http-server dist -p 8080`: 404.html for what is not there, `/about` for about.html, or another server by `-P`. */
export const httpServer: FileServer = {
  programs: ['http-server', 'hs'],
  read: (question) => {
    const { task, variable, view } = question
    // `--cors=x-header` has its value attached, `-d false` and `-i true` behind them.
    const isSwitched = (i: number) =>
      /^(true|false)$/i.test(task.args[i] ?? '') && /^-[di]$/.test(task.args[i - 1] ?? '')
    const args = task.args.filter((_arg, i) => !isSwitched(i))
    const lists = !task.args.some((arg, i) => isSwitched(i) && arg?.toLowerCase() === 'false')
    const read = readFlags(args, flags)
    const label = 'http-server'
    if (read.unknown !== undefined)
      return unrepeatable(question, label, `${read.unknown} is an option of it that is not known`)
    const hard = ['-S', '-r'].find(read.has) ?? valuesThatMatter.find((name) => read.value(name))
    if (hard !== undefined)
      return unrepeatable(question, label, `${hard} is more than serving files`)
    const port = portIn(read.value('-p') ?? variable('PORT') ?? '8080')
    if (port === undefined) return unrepeatable(question, label, 'its port is not known')
    const named = resolvePath(task.cwd, read.words[0] ?? 'public')
    const folder =
      read.words[0] !== undefined || (named !== undefined && hasIndex(view, named))
        ? named
        : task.cwd
    const serving = served(question, label, {
      ...plainFiles,
      port,
      folder,
      fallback: ownNotFoundPage,
      cleanUrls: read.value('-e') === undefined || read.value('-e') === 'html',
      headers: read.has('--cors') ? anyOrigin : [],
      gzipStatic: read.has('-g'),
      lists,
    })
    return withProxy(serving, read.value('-P'), question)
  },
  source: 'https://github.com/http-party/http-server#available-options',
}

const valuesThatMatter = ['--username', '--password', '--mimetypes', '--proxy-options', '-C', '-K']

const hasIndex = (view: ServerQuestion['view'], folder: string) =>
  hasFile(view, resolvePath(folder, 'index.html') ?? '')

/** What is no file goes to the proxy; `-P http://localhost:8080?` is the idiom for index.html. */
function withProxy(
  serving: Serving,
  target: string | undefined,
  question: ServerQuestion,
): Serving | Unrepeatable {
  if (target === undefined) return serving
  const own = new RegExp(
    `^https?://(localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0):${serving.port}/?\\?$`,
  )
  if (own.test(target))
    return {
      ...serving,
      label: `http-server -P ${target}`,
      fallback: everyPath,
      cleanUrls: false,
      lists: false,
    }
  const [evidence] = question.task.evidence.slice(-1)
  if (!/^https?:\/\//.test(target) || evidence === undefined)
    return unrepeatable(question, serving.label, `its proxy ${target} can't be read`, 'proxy')
  const proxy: DevProxy = {
    path: '/',
    matches: 'no-file',
    target,
    changesOrigin: true,
    websocket: false,
    rewrite: undefined,
    verifiesTls: true,
    evidence,
  }
  return { ...serving, proxies: [proxy] }
}
