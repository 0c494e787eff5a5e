import { checkMount } from './check-mount.ts'
import type { Flag, Instruction } from '../instruction.ts'
import { ownValue } from '../own-value.ts'
import { SyntaxFault } from '../syntax-fault.ts'

type FlagKind = 'boolean' | 'string' | 'strings'
type FlagTable = Readonly<Record<string, FlagKind>>

const copyFlags: FlagTable = {
  chown: 'string',
  chmod: 'string',
  link: 'boolean',
  exclude: 'strings',
}
const healthcheckFlags: FlagTable = {
  interval: 'string',
  timeout: 'string',
  'start-period': 'string',
  'start-interval': 'string',
  retries: 'string',
}
const flagsOf: Readonly<Record<string, FlagTable>> = {
  FROM: { platform: 'string' },
  COPY: { ...copyFlags, from: 'string', parents: 'boolean' },
  ADD: { ...copyFlags, 'keep-git-dir': 'boolean', checksum: 'string', unpack: 'boolean' },
  RUN: { mount: 'strings', network: 'string', security: 'string', device: 'strings' },
  HEALTHCHECK: healthcheckFlags,
}

/** Fails for flags that the instruction does not have, that stand twice, or whose value is none. Throws SyntaxFault. */
export function checkFlags(instruction: Instruction): void {
  const { keyword, flags } = instruction
  // BuildKit looks at the flags of these at no time.
  if (keyword === 'ARG' || keyword === 'STOPSIGNAL') return
  if (keyword === 'HEALTHCHECK' && instruction.words[0]?.raw.toUpperCase() === 'NONE') return
  const table = flagsOf[keyword] ?? {}
  const seen = new Set<string>()
  for (const flag of flags) {
    const kind = ownValue(table, flag.name)
    if (kind === undefined) throw new SyntaxFault(`${keyword} has no flag --${flag.name}`)
    if (seen.has(flag.name) && kind !== 'strings') {
      throw new SyntaxFault(`The flag --${flag.name} stands twice`)
    }
    seen.add(flag.name)
    checkValue(flag, kind)
    if (keyword === 'RUN') checkRunFlag(flag)
  }
}

function checkValue({ name, value }: Flag, kind: FlagKind): void {
  if (kind !== 'boolean') {
    if (value === undefined) throw new SyntaxFault(`The flag --${name} has no value`)
    return
  }
  if (value === undefined || /^(true|false)$/i.test(value)) return
  throw new SyntaxFault(`The flag --${name} is true or false, not "${value}"`)
}

function checkRunFlag({ name, value = '' }: Flag): void {
  switch (name) {
    case 'mount':
      return checkMount(value)
    case 'network':
      if (/^(default|none|host)$/.test(value)) return
      throw new SyntaxFault(`--network=${value} is no network mode: default, none or host`)
    case 'security':
      if (/^(insecure|sandbox)$/.test(value)) return
      throw new SyntaxFault(`--security=${value} is neither insecure nor sandbox`)
    default:
  }
}
