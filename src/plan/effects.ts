import type { Command } from '../facts/command.ts'
import { baseName, resolvePath } from '../facts/image-path.ts'
import { downloadEffects } from './download-effects.ts'

/** What a command of the shell does to the files of the image. */
export type Effect =
  | { readonly kind: 'creates'; readonly path: string; readonly isFolder: boolean }
  /** `mode`, `owner` or `content` of what is there already. */
  | { readonly kind: 'changes'; readonly path: string; readonly what: 'mode' | 'owner' | 'content' }
  | { readonly kind: 'deletes'; readonly path: string }
  /** Adds users or groups. */
  | { readonly kind: 'users' }

const harmless = new Set([
  'echo',
  'printf',
  'ls',
  'pwd',
  'cat',
  'true',
  ':',
  'test',
  '[',
  'which',
  'type',
  'cd',
  'set',
  'export',
  'env',
  'whoami',
  'id',
  'uname',
  'date',
  'sleep',
  'file',
  'stat',
  'find',
  'grep',
  'head',
  'tail',
  'wc',
  'du',
  'df',
  'sha256sum',
  'sha1sum',
  'md5sum',
  'sync',
  'exit',
  'umask',
  'hash',
  'tree',
  'diff',
  'ulimit',
  'source',
  '.',
])
const users = new Set([
  'useradd',
  'adduser',
  'groupadd',
  'addgroup',
  'usermod',
  'groupmod',
  'deluser',
  'userdel',
  'chpasswd',
  'passwd',
])

/** The effects of a command that is part of every system; undefined where it is another program, or its words can't be known. */
export function effectsOf(command: Command): readonly Effect[] | undefined {
  const written = command.redirects.filter(
    ({ operator }) => />/.test(operator) && !/&$/.test(operator) && !/^\d*>&/.test(operator),
  )
  const redirected: Effect[] = []
  for (const { target, operator } of written) {
    if (target === undefined) return undefined
    if (/^\/dev\/(null|stdout|stderr)$/.test(target)) continue
    const path = resolvePath(command.cwd, target)
    if (path === undefined) return undefined
    redirected.push(
      operator.includes('>>')
        ? { kind: 'changes', path, what: 'content' }
        : { kind: 'creates', path, isFolder: false },
    )
  }
  const own = ownEffects(command)
  return own === undefined ? undefined : [...redirected, ...own]
}

function ownEffects(command: Command): readonly Effect[] | undefined {
  const name = command.name === undefined ? undefined : baseName(command.name)
  if (name === undefined) return command.argv.length === 0 ? [] : undefined
  if (users.has(name)) return [{ kind: 'users' }]
  if (harmless.has(name)) return findDeletes(command) ? undefined : []
  const paths = () => operands(command)?.map((path) => resolvePath(command.cwd, path))
  switch (name) {
    case 'mkdir':
      return each(paths(), (path) => ({ kind: 'creates', path, isFolder: true }))
    case 'touch':
    case 'tee':
    case 'truncate':
      return each(paths(), (path) => ({ kind: 'creates', path, isFolder: false }))
    case 'rm':
    case 'rmdir':
    case 'unlink':
      return each(paths(), (path) => ({ kind: 'deletes', path }))
    case 'chmod':
      return each(paths()?.slice(1), (path) => ({ kind: 'changes', path, what: 'mode' }))
    case 'chown':
    case 'chgrp':
      return each(paths()?.slice(1), (path) => ({ kind: 'changes', path, what: 'owner' }))
    case 'dos2unix':
      return each(paths(), (path) => ({ kind: 'changes', path, what: 'content' }))
    case 'sed':
      return sedEffects(command)
    case 'cp':
    case 'mv':
    case 'ln':
    case 'install':
      return transferEffects(name, command)
    default:
      return downloadEffects(command)
  }
}

function each(
  paths: readonly (string | undefined)[] | undefined,
  make: (path: string) => Effect,
): readonly Effect[] | undefined {
  if (paths === undefined || paths.some((path) => path === undefined)) return undefined
  return paths.flatMap((path) => (path === undefined ? [] : [make(path)]))
}

/** The words that are not flags; undefined where one is not known. */
function operands(command: Command): readonly string[] | undefined {
  const words = command.args.filter(
    (word) => word === undefined || !/^-[^\s]/.test(word) || word === '-',
  )
  return words.every((word) => word !== undefined) ? words : undefined
}

function findDeletes(command: Command): boolean {
  return (
    command.name === 'find' &&
    command.args.some((arg) => arg === '-delete' || arg === '-exec' || arg === undefined)
  )
}

function sedEffects(command: Command): readonly Effect[] | undefined {
  if (!command.args.some((arg) => arg !== undefined && /^(-[a-zA-Z]*i|--in-place)/.test(arg)))
    return []
  const hasScriptFlag = command.args.some((arg) => arg === '-e' || arg === '-f')
  if (hasScriptFlag) return undefined
  return each(
    operands(command)
      ?.slice(1)
      .map((path) => resolvePath(command.cwd, path)),
    (path) => ({ kind: 'changes', path, what: 'content' }),
  )
}

/** cp, mv, ln and install: what appears at the target, and for mv what is gone. */
function transferEffects(name: string, command: Command): readonly Effect[] | undefined {
  const words = operands(command)
  if (words === undefined) return undefined
  if (name === 'install' && command.args.includes('-d'))
    return each(
      words.map((word) => resolvePath(command.cwd, word)),
      (path) => ({ kind: 'creates', path, isFolder: true }),
    )
  const to = words.at(-1)
  const from = words.slice(0, -1)
  if (to === undefined || from.length === 0) return undefined
  // `mv build/* public/`: whatever it is, it is in that folder then.
  if (from.some((word) => /[*?[]/.test(word))) {
    const folder = resolvePath(command.cwd, to)
    return folder === undefined || isSystemFolder(folder)
      ? undefined
      : [{ kind: 'creates', path: folder, isFolder: true }]
  }
  const intoFolder =
    from.length > 1 ||
    to.endsWith('/') ||
    /^(\.|\/(usr\/(local\/)?)?(s?bin|lib)|\/etc|\/opt|\/tmp|\/root)$/.test(to)
  const isFolder = command.args.some((arg) => arg !== undefined && /^-[a-zA-Z]*[rRa]/.test(arg))
  const effects: Effect[] = []
  for (const source of from) {
    const path = resolvePath(command.cwd, intoFolder ? `${to}/${baseName(source)}` : to)
    const gone = resolvePath(command.cwd, source)
    if (path === undefined || gone === undefined) return undefined
    effects.push({ kind: 'creates', path, isFolder: isFolder && name === 'cp' })
    if (name === 'mv') effects.push({ kind: 'deletes', path: gone })
  }
  return effects
}

/** Folders that hold more than what one command puts there. */
function isSystemFolder(path: string): boolean {
  return /^\/((usr\/(local\/)?)?(s?bin|lib|share|include)|etc|opt|usr|usr\/local|root|home|var|srv|go|go\/bin)?$/.test(
    path,
  )
}
