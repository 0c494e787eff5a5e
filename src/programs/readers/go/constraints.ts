/** What a build constraint is decided by: the tags of `-tags`, and whether cgo is on; undefined where that can't be told. */
export interface BuildTags {
  readonly tags: ReadonlySet<string>
  readonly cgo: boolean | undefined
}

/** https://go.dev/src/internal/syslist/syslist.go */
const systems = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos'.split(
    ' ',
  ),
)
const architectures = new Set(
  '386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm'.split(
    ' ',
  ),
)
/** What images are built for, as a rule: either may be. */
const usual = new Set(['amd64', 'arm64'])

/** Whether a tag holds in a Linux image; undefined where it can't be told. https://pkg.go.dev/cmd/go#hdr-Build_constraints */
export function holds(tag: string, { tags, cgo }: BuildTags): boolean | undefined {
  if (tags.has(tag)) return true
  if (tag === 'linux' || tag === 'unix' || tag === 'gc') return true
  if (tag === 'cgo') return cgo
  if (usual.has(tag)) return undefined
  // Every release up to the toolchain's own.
  return /^go1\.\d+$/.test(tag) ? undefined : false
}

/** `name_linux_amd64.go`: false where it is left out of a Linux image. Endings count before the first dot: `api_windows.pb.go`. */
export function fileNameHolds(name: string, build: BuildTags): boolean | undefined {
  if (/^[._]|_test\.go$/.test(name)) return false
  const [, ...parts] = (name.split('.')[0] ?? '').split('_')
  if (parts.at(-1) === 'test') parts.pop()
  const last = parts.at(-1) ?? ''
  const before = parts.at(-2) ?? ''
  const known = architectures.has(last)
    ? systems.has(before)
      ? [before, last]
      : [last]
    : systems.has(last)
      ? [last]
      : []
  return all(known.map((tag) => holds(tag, build)))
}

/** Decides a `//go:build` expression: `(linux && !cgo) || ignore`; undefined where it can't be told, or does not parse. */
export function expressionHolds(text: string, build: BuildTags): boolean | undefined {
  const words = text.match(/&&|\|\||[!()]|[^\s&|!()]+/g) ?? []
  let at = 0
  const or = (depth: number): boolean | undefined => {
    let value = and(depth)
    while (words[at] === '||') {
      at++
      value = any([value, and(depth)])
    }
    return value
  }
  const and = (depth: number): boolean | undefined => {
    let value = not(depth)
    while (words[at] === '&&') {
      at++
      value = all([value, not(depth)])
    }
    return value
  }
  const not = (depth: number): boolean | undefined => {
    const word = words[at++]
    if (word === undefined || depth > 100) return undefined
    if (word === '!') return opposite(not(depth + 1))
    if (word !== '(') return holds(word, build)
    const value = or(depth + 1)
    at++
    return value
  }
  return or(0)
}

/** The lines of `// +build`: all have to hold; in a line, blanks mean or, commas and. */
export function linesHold(lines: readonly string[], build: BuildTags): boolean | undefined {
  const term = (word: string) =>
    word.startsWith('!') ? opposite(holds(word.slice(1), build)) : holds(word, build)
  return all(
    lines.map((line) =>
      any(
        line
          .split(/\s+/)
          .filter((word) => word !== '')
          .map((option) => all(option.split(',').map(term))),
      ),
    ),
  )
}

const all = (values: readonly (boolean | undefined)[]) =>
  values.includes(false) ? false : values.includes(undefined) ? undefined : true
const any = (values: readonly (boolean | undefined)[]) =>
  values.includes(true) ? true : values.includes(undefined) ? undefined : false
const opposite = (value: boolean | undefined) => (value === undefined ? undefined : !value)
