import { otherProgramsOf, packagesOfProgram } from '../../src/transform.ts'
import { isDevDependency, type Manifest } from './manifest.ts'
import type { LockFile } from './lock-file.ts'

/** Where a program of node_modules/.bin comes from. */
export type Provider = 'dependency' | 'dev-dependency' | 'unknown'

/** The package that brings a program, and whether a production install has it. */
export function providerOf(
  program: string,
  manifest: Manifest,
  lock: LockFile | undefined,
): { readonly name: string; readonly provider: Provider } {
  const locked = lock?.packageOfProgram(program)
  const names = [...packagesOfProgram(program), ...(locked === undefined ? [] : [locked])]
  const direct = names.find((name) => manifest.dependencies.has(name))
  if (direct !== undefined) return { name: direct, provider: 'dependency' }
  if (locked !== undefined && lock?.isDevOnly(locked) === false)
    return { name: locked, provider: 'dependency' }
  const dev = names.find((name) => isDevDependency(manifest, name))
  if (dev !== undefined) return { name: dev, provider: 'dev-dependency' }
  return {
    name: names[0] ?? program,
    provider: locked === undefined ? 'unknown' : 'dev-dependency',
  }
}

/** The programs that `npm install -g` of a package puts on PATH. */
export function programsOfPackage(spec: string): readonly string[] {
  const name = spec.replace(/(?<=.)@[^/@]*$/, '')
  if (name === 'npm') return ['npm', 'npx']
  if (name === 'pnpm') return ['pnpm', 'pnpx']
  if (name === 'typescript') return ['tsc', 'tsserver']
  return [...new Set([...otherProgramsOf(name), name.replace(/^@[^/]+\//, '')])]
}
