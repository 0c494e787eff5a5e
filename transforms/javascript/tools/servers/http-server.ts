import { resolvePath } from '../../../../src/transform.ts'
import { hasFile } from '../../stage-view.ts'
import { anyOriginWith, type Header } from '../headers.ts'
import type { DevProxy } from '../tool.ts'
import {
  everyPath,
  ownNotFoundPage,
  plainFiles,
  type Serving,
  type Unrepeatable,
} from './serving.ts'
import { served, unrepeatable, type FileServer, type ServerQuestion } from './file-server.ts'
import { unreachableAt, loopbackIn, portIn, readFlags, type FlagTable } from './flags.ts'

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
    const given = valuesOfSwitches(task.args)
    const lists = !task.args.some((arg, i) => given.has(i) && arg?.toLowerCase() === 'false')
    const read = readFlags(
      task.args.filter((_arg, i) => !given.has(i)),
      flags,
    )
    const label = 'http-server'
    if (read.unknown !== undefined)
      return unrepeatable(question, label, `${read.unknown} is an option of it that is not known`)
    const hard = ['-S', '-r'].find(read.has) ?? valuesThatMatter.find((name) => read.value(name))
    if (hard !== undefined)
      return unrepeatable(question, label, `${hard} is more than serving files`)
    const address = loopbackIn(read.value('-a'))
    if (address !== undefined) return unrepeatable(question, label, unreachableAt(address))
    const ending = read.value('-e')?.replace(/^\./, '') ?? 'html'
    if (ending !== 'html')
      return unrepeatable(
        question,
        label,
        `\`-e ${ending}\` looks for names that end in .${ending}, and for index.${ending} in a folder`,
      )
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
      cleanUrls: true,
      headers: read.has('--cors') ? openBy(task.args) : [],
      gzipStatic: read.has('-g'),
      lists,
    })
    return withProxy(serving, read.value('-P'), question)
  },
  source: 'https://github.com/http-party/http-server#available-options',
}

/** It declares no switch as one, so that the word behind it is its value: `-s dist` says nothing of a folder. Their positions. */
function valuesOfSwitches(args: readonly (string | undefined)[]): ReadonlySet<number> {
  const isSwitch = (word: string) =>
    !word.startsWith('--no-') &&
    (flags.switches.some((names) => names.includes(word)) || /^-[a-z]{2,}$/i.test(word))
  return new Set(
    args.flatMap((arg, i) =>
      arg?.startsWith('-') === false && isSwitch(args[i - 1] ?? '') ? [i] : [],
    ),
  )
}

const valuesThatMatter = ['--username', '--password', '--mimetypes', '--proxy-options', '-C', '-K']

/** `--cors=x-a,x-b` adds to what a page of another origin may send: https://github.com/http-party/http-server/blob/v14.1.1/lib/http-server.js */
function openBy(args: readonly (string | undefined)[]): readonly Header[] {
  const behind = args.findIndex((arg) => arg === '--cors')
  const next = behind < 0 ? undefined : args[behind + 1]
  const flag = args.find((arg) => arg?.startsWith('--cors=') === true)?.slice('--cors='.length)
  const named = (next?.startsWith('-') === false ? next : flag)?.split(/\s*,\s*/) ?? []
  const usual = ['Origin', 'X-Requested-With', 'Content-Type', 'Accept', 'Range']
  return anyOriginWith([...usual, ...named.filter((name) => name !== 'true')].join(', '))
}

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
