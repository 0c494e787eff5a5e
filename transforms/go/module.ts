import type { Command, Project } from '../../src/transform.ts'

/** What go.mod says (https://go.dev/ref/mod#go-mod-file). */
export interface GoModule {
  /** Its folder in the context; '' is the root. */
  readonly folder: string
  readonly path: string
  /** Every required module, indirect ones included where the file lists them. */
  readonly requires: readonly { readonly path: string; readonly line: number }[]
}

/** The go.mod that governs a folder of the context: its own, or the nearest above it. */
export function findModule(project: Project, folder: string): GoModule | undefined {
  for (let at = folder; ; at = at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : '') {
    const file = at === '' ? 'go.mod' : `${at}/go.mod`
    const text = project.read(file)
    if (text !== undefined) return readModule(text, at)
    if (at === '') return undefined
  }
}

export function readModule(text: string, folder: string): GoModule {
  const requires: { path: string; line: number }[] = []
  let block: string | undefined
  let path = ''
  text.split('\n').forEach((raw, i) => {
    const words = raw
      .replace(/\/\/.*/, '')
      .trim()
      .split(/\s+/)
    const [first = '', second = ''] = words
    if (block !== undefined && first === ')') block = undefined
    else if (second === '(') block = first
    else if (first === 'module') path = second.replaceAll('"', '')
    else if (first === 'require') requires.push({ path: second, line: i + 1 })
    else if (block === 'require' && first !== '') requires.push({ path: first, line: i + 1 })
  })
  return { folder, path, requires }
}

/** The name that `go build` gives a binary: the import path's last part, a major version left out (https://go.dev/cmd/go/#hdr-Compile_packages_and_dependencies). */
export function binaryName(importPath: string): string {
  const parts = importPath.split('/')
  const last = parts.at(-1) ?? ''
  const name = /^v[2-9]\d*$/.test(last) && parts.length > 1 ? parts.at(-2) : last
  // gopkg.in/yaml.v3
  return (name ?? last).replace(/^(.+)\.v\d+$/, '$1')
}

/** The module of `go mod init path`, where the image makes its own go.mod. */
export function moduleMadeBy(commands: readonly Command[], folder: string): GoModule | undefined {
  const init = commands.find(
    ({ name, args }) => name === 'go' && args[0] === 'mod' && args[1] === 'init',
  )
  const path = init?.args[2]
  return path === undefined ? undefined : { folder, path, requires: [] }
}
