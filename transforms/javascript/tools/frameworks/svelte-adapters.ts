import { resolvePath } from '../../../../src/transform.ts'
import { optionsOf, textOption } from '../../config/options.ts'
import { optionOf, type ConfigValue } from '../../config/value.ts'
import { hasPackage, readToolConfig, type ToolCall } from '../call.ts'
import { madeFolders, unknownOutput, type Output } from '../output.ts'

/** What an adapter makes of what Vite built. */
interface Adapter {
  /** Options that name a folder. */
  readonly options: readonly string[]
  /** Where it writes when none does; '' for nowhere, where its own platform is not around it. */
  readonly fallback: string
  /** True where it makes pages alone, and no program. */
  readonly isSite?: boolean
}

export const staticAdapter = '@sveltejs/adapter-static'

/** https://svelte.dev/docs/kit/adapters; each writes where its own page there says. */
const adapters = new Map<string, Adapter>([
  ['@sveltejs/adapter-node', { options: ['out'], fallback: 'build' }],
  [staticAdapter, { options: ['pages', 'assets'], fallback: 'build', isSite: true }],
  ['svelte-adapter-bun', { options: ['out'], fallback: 'build' }],
  ['svelte-adapter-deno', { options: ['out'], fallback: 'build' }],
  ['@sveltejs/adapter-vercel', { options: [], fallback: '.vercel/output' }],
  ['@sveltejs/adapter-netlify', { options: [], fallback: 'build', isSite: true }],
  ['@sveltejs/adapter-cloudflare', { options: [], fallback: '.svelte-kit/cloudflare' }],
  ['@sveltejs/adapter-cloudflare-workers', { options: [], fallback: '.svelte-kit/cloudflare' }],
  ['@sveltejs/adapter-auto', { options: [], fallback: '' }],
])

/** Where Vite's own build goes, which the adapter reads: https://svelte.dev/docs/kit/configuration#outDir */
const between = '.svelte-kit'

/** What `vite build` leaves in a SvelteKit project: what its adapter makes. Where none is named, package.json tells. */
export function writtenBySvelteKit(call: ToolCall): Output {
  const file = readToolConfig(call, call.cwd, ['svelte.config'])
  const option = optionsOf(file)('kit', 'adapter')
  if (option.kind === 'unknown') return unknownOutput('svelte.config computes where it writes')
  const named = option.kind === 'set' ? option.value : undefined
  if (named === undefined) return made(call, installed(call), undefined)
  const isAdapter = named.kind === 'call' && named.module !== undefined
  return isAdapter
    ? made(call, named.module, named.args[0])
    : unknownOutput('what the adapter of svelte.config writes is not known')
}

/** The adapter among the packages, one that makes something first. */
const installed = (call: ToolCall) =>
  [...adapters.keys()].find((name) => hasPackage(call, name)) ?? '@sveltejs/adapter-auto'

function made(
  call: ToolCall,
  module: string | undefined,
  options: ConfigValue | undefined,
): Output {
  // Of the platforms that it looks for, Google's alone is started with node: https://svelte.dev/docs/kit/adapter-auto
  const isOfNode =
    module === '@sveltejs/adapter-auto' &&
    (call.environment.get('GCP_BUILDPACKS')?.value ?? '') !== ''
  const adapter = adapters.get((isOfNode ? '@sveltejs/adapter-node' : module) ?? '')
  if (adapter === undefined)
    return unknownOutput('what the adapter of svelte.config writes is not known')
  const named = adapter.options.map((key) => textOption(optionOf(options, [key])))
  if (named.includes(false)) return unknownOutput('svelte.config computes where it writes')
  const texts = new Set(named.flatMap((folder) => folder || []))
  const folders = texts.size > 0 ? [...texts] : [adapter.fallback || between]
  const output = madeFolders(call, ...folders)
  return adapter.isSite === true && output.kind === 'paths'
    ? { ...output, paths: output.paths.map((path) => ({ ...path, site: assetsOf(call) })) }
    : output
}

/** Files that come into the site as they are: https://svelte.dev/docs/kit/project-structure#Project-files-static */
const assetsOf = ({ cwd }: ToolCall) => ({ copies: resolvePath(cwd, 'static') })
