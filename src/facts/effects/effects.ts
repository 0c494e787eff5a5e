import { ownValue } from '../../dockerfile/own-value.ts'
import { rememberOf } from '../../dockerfile/remember.ts'
import type { Command } from '../commands/command.ts'
import { baseName, resolvePath } from '../image-path.ts'
import { each, operands, type Effect } from './effect.ts'
import { downloadEffects } from './download-effects.ts'
import { findEffects } from './find-effects.ts'
import { transferEffects } from './transfer-effects.ts'
import { unpackEffects } from './unpack-effects.ts'

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
  '[[',
  '((',
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
  'grep',
  'egrep',
  'fgrep',
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
export const effectsOf = rememberOf((command: Command): readonly Effect[] | undefined => {
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
})

/** Flags whose value is the next word. */
const withValue: Readonly<Record<string, readonly string[]>> = {
  mkdir: ['-m', '--mode'],
  touch: ['-d', '--date', '-t', '-r', '--reference'],
  truncate: ['-s', '--size', '-r', '--reference'],
}

function ownEffects(command: Command): readonly Effect[] | undefined {
  const name = command.name === undefined ? undefined : baseName(command.name)
  if (name === undefined) return command.argv.length === 0 ? [] : undefined
  if (users.has(name)) return [{ kind: 'users' }]
  if (harmless.has(name)) return []
  const paths = () =>
    operands(command, ownValue(withValue, name))?.map((path) => resolvePath(command.cwd, path))
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
    case 'find':
      return findEffects(command)
    case 'sed':
      return sedEffects(command)
    case 'cp':
    case 'mv':
    case 'ln':
    case 'install':
      return transferEffects(name, command)
    case 'tar':
    case 'unzip':
      return unpackEffects(command)
    default:
      return downloadEffects(command)
  }
}

/** The flags that give sed its script, the next word or attached; without one the first operand is it. */
const scriptFlag = /^(-[Ernsuz]*[ef]|--expression|--file)$/
const withScript = /^(-[Ernsuz]*[ef].+|--(expression|file)=)/

function sedEffects(command: Command): readonly Effect[] | undefined {
  const { args, cwd } = command
  if (!args.some((arg) => arg !== undefined && /^(-[a-zA-Z]*i|--in-place)/.test(arg))) return []
  const flags = args.flatMap((arg) => (arg !== undefined && scriptFlag.test(arg) ? [arg] : []))
  const hasScript = flags.length > 0 || args.some((arg) => withScript.test(arg ?? ''))
  return each(
    operands(command, flags)
      ?.slice(hasScript ? 0 : 1)
      .map((path) => resolvePath(cwd, path)),
    (path) => ({ kind: 'changes', path, what: 'content' }),
  )
}
