import { SyntaxFault } from '../syntax-fault.ts'
import type { Lookup } from '../words/lex-state.ts'

const systems = new Set(
  'aix android darwin macos dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos'.split(
    ' ',
  ),
)
const architectures = new Set(
  '386 i386 amd64 x86_64 x86-64 amd64p32 arm armhf armel armbe arm64 aarch64 arm64be ppc64 ppc64le loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc riscv riscv64 s390 s390x sparc sparc64 wasm'.split(
    ' ',
  ),
)

/** Fails for what is no platform (`linux/arm64/v8`, `windows(10.0.17763)/amd64`, `arm64`). Throws SyntaxFault. */
export function checkPlatform(text: string): void {
  if (text === '') throw new SyntaxFault('The platform is empty')
  const [first = '', ...others] = text.split('/')
  const system = /^([A-Za-z0-9_-]+)(?:\([A-Za-z0-9_.%-]*\))?$/.exec(first)?.[1]
  const isValid =
    system !== undefined &&
    others.length <= 2 &&
    others.every((part) => /^[A-Za-z0-9_.-]+$/.test(part)) &&
    (others.length > 0 ||
      systems.has(system.toLowerCase()) ||
      architectures.has(first.toLowerCase()))
  if (!isValid) throw new SyntaxFault(`"${text}" is no platform`)
}

/** A lookup that knows the form of what BuildKit sets, whatever the platform is. */
export const withPlatforms =
  (lookup: Lookup): Lookup =>
  (name) => {
    const given = lookup(name)
    if (given !== undefined) return given
    const kind = /^(?:BUILD|TARGET)(PLATFORM|OS|ARCH)$/.exec(name)?.[1]
    return kind === undefined
      ? undefined
      : { PLATFORM: 'linux/amd64', OS: 'linux', ARCH: 'amd64' }[kind]
  }
