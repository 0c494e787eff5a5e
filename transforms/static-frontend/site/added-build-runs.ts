import {
  isAtLeast,
  isInRange,
  lockedVersions,
  refuse,
  type Facts,
  type Refusal,
} from '../../../src/transform.ts'
import { readLockFile } from '../../javascript/lock-file.ts'
import { rangeOf, type Manifest } from '../../javascript/manifest.ts'
import { providerOf } from '../../javascript/programs.ts'
import { isProgram, type ProgramTask, type Task } from '../../javascript/task.ts'
import { bringsOldWebpack, nodeNeeded } from '../../javascript/tools/node-needed.ts'
import type { Serving } from '../../javascript/tools/servers/serving.ts'
import { startLine } from '../../javascript/start-line.ts'
import type { SiteBuild } from './site-build.ts'
import type { StartServer } from './start-server.ts'

/** A build that the file lacks, and what stands beside it. */
export interface Candidate {
  readonly facts: Facts
  readonly server: StartServer
  readonly serving: Serving
  readonly manifest: Manifest
  readonly build: SiteBuild
  /** All that the script comes to. */
  readonly tasks: readonly Task[]
}

/** What a build by an old webpack needs on Node 17 and later: https://nodejs.org/en/blog/release/v17.0.0#openssl-30 */
const legacy = '--openssl-legacy-provider'

/** Why a build that nobody has run isn't shown to run; else the variables that it needs before its command, '' for none. */
export function readAddedBuild(candidate: Candidate): string | Refusal {
  const { facts, serving, build } = candidate
  const line = startLine(facts)
  const { base } = facts.final
  const refused = (why: string) =>
    refuse(
      'added-build-not-shown',
      `Line ${line} starts ${serving.label}, a development server, and the build that would stand in for it ${why}.`,
      line,
    )
  const mode = developmentMode(candidate)
  if (mode !== undefined) return refused(`is one for development (${mode})`)
  if (base.family === 'bun') return ''
  if (base.family !== 'node')
    return refused(`runs on a Node whose version ${base.reference.text} does not tell`)
  const packages = packagesOf(candidate)
  const needed = packages.flatMap(({ name, version, node }) =>
    node === undefined ? [] : [{ name, version, node }],
  )
  if (needed.length === 0)
    return refused(
      `runs ${build.task.name}, and neither package.json nor a lock file tells which Node that needs`,
    )
  const lacking = needed.find(({ node }) => !isInRange(base.version, node))
  if (lacking !== undefined)
    return refused(
      `runs ${lacking.name} ${lacking.version}, which needs Node ${lacking.node}; ${base.reference.text} has another`,
    )
  if (!isAtLeast(base.version, '17') || !hasOldWebpack(candidate, packages)) return ''
  if (isLegacy(candidate.tasks, candidate.server.view.env('NODE_OPTIONS'))) return ''
  if (isLegacy([candidate.server.task], undefined)) return `NODE_OPTIONS=${legacy} `
  return refused(
    `runs a webpack that fails with ERR_OSSL_EVP_UNSUPPORTED on Node 17 and later. Set NODE_OPTIONS=${legacy} by ENV, or update it`,
  )
}

const isLegacy = (tasks: readonly Task[], variable: string | undefined) =>
  variable?.includes(legacy) === true ||
  tasks.some(
    (task) =>
      isProgram(task) &&
      (task.command.assignments.get('NODE_OPTIONS')?.includes(legacy) === true ||
        task.args.some((arg) => arg?.includes(legacy))),
  )

/** `--mode development`, and `ng build` of before version 12, which makes no production build unless it is told to. https://angular.dev/reference/versions */
function developmentMode({ build: { task, tool }, manifest }: Candidate): string | undefined {
  const named = valueOf(task, /^(--mode|--configuration|-c|--env)(=|$)/)
  if (named !== undefined && /^dev(elopment)?$/.test(named)) return named
  const major = Number(/\d+/.exec(rangeOf(manifest, '@angular/cli') ?? '')?.[0] ?? 12)
  const isTold = task.args.some((arg) => /^(--?prod|--configuration|-c|--env)\b/.test(arg ?? ''))
  return tool.name === 'angular' && major < 12 && !isTold ? '`ng build` without --prod' : undefined
}

function valueOf({ args }: ProgramTask, flag: RegExp): string | undefined {
  const at = args.findIndex((arg) => flag.test(arg ?? ''))
  return at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1])
}

interface Known {
  readonly name: string
  readonly version: string
  readonly node: string | undefined
}

/** The packages that build, as the lock file has them, or else package.json. */
function packagesOf({ facts, manifest, build }: Candidate): readonly Known[] {
  const folder = folderIn(manifest)
  const lock = readLockFile(facts.project, folder)
  const names = new Set([providerOf(build.task.name, manifest, lock).name])
  // craco and the like change how it builds, and are not what does.
  if (build.tool.name === 'react-scripts') names.add('react-scripts')
  if (build.tool.name === 'webpack') names.add('webpack')
  if (/^(svelte-kit|astro|vitepress)$/.test(build.tool.name)) names.add('vite')
  return [...names].flatMap((name): readonly Known[] => {
    const locked = lockedVersions(facts.project, folder, name)
    const range = rangeOf(manifest, name)
    const found =
      locked.length > 0 || range === undefined ? locked : [{ version: range, node: undefined }]
    return found.map(({ version, node }) => ({
      name,
      version,
      node: node ?? nodeNeeded(name, version),
    }))
  })
}

function hasOldWebpack({ facts, manifest }: Candidate, packages: readonly Known[]): boolean {
  const locked = lockedVersions(facts.project, folderIn(manifest), 'webpack')
  const range = rangeOf(manifest, 'webpack')
  const versions =
    locked.length > 0 ? locked.map(({ version }) => version) : range === undefined ? [] : [range]
  return versions.length > 0
    ? versions.some((version) => !isAtLeast(version, '5.61.0'))
    : packages.some(({ name, version }) => bringsOldWebpack(name, version))
}

const folderIn = ({ path }: Manifest) => path.replace(/\/?package\.json$/, '')
