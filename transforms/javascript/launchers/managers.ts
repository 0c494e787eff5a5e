import {
  folderOf,
  resolvePath,
  startsWords,
  unknownStart,
  type Call,
  type Launcher,
  type Place,
  type Reading,
  type Started,
} from '../../../src/transform.ts'
import {
  isYarnBerry,
  managerPrograms,
  readManagerCall,
  type PackageManager,
  type ReadCall,
  type ScriptCall,
  type Selection,
} from '../package-managers/index.ts'
import { pinnedMajor, readManifest, type Manifest } from '../manifest.ts'
import { choose, rootAbove } from './choose.ts'
import { localBin, manifestFaultNear, manifestNear, startsScript } from './scripts.ts'

/** `npm run build`, `yarn workspace api start`, `pnpm -r build`, `npx tsc`: scripts, and programs of node_modules/.bin. */
export const managerLauncher: Launcher = {
  names: managerPrograms,
  read: (call) => {
    const read = readCall(call)
    if (read === undefined) return undefined
    const cwd = read.folder === undefined ? call.cwd : resolvePath(call.cwd, read.folder)
    const there = { ...call, cwd }
    switch (read.call.kind) {
      case 'script':
        return startsScripts(read, read.call, there)
      case 'text':
        return { kind: 'starts', starts: [{ text: read.call.text, cwd, bin: localBin }] }
      case 'program': {
        const [name, ...args] = read.call.argv
        if (name === undefined)
          return read.call.argv.length === 0
            ? undefined
            : unknownStart('a program is only known when the command runs')
        // `npx cowsay@1.6.0`
        const words = [name.replace(/(?<=.)@[\w.^~-]+$/, ''), ...args]
        return read.selection === undefined
          ? startsWords(there, words, { bin: localBin })
          : inFolders(read.selection, there, ({ folder }) => [
              { words, cwd: folder, bin: localBin },
            ])
      }
      default:
        return undefined
    }
  },
}

/** A call of a package manager, by the manifests of where it is made. */
export function readCall({ name, args, cwd, place }: Omit<Call, 'command'>): ReadCall | undefined {
  const near = manifestNear(cwd, place)
  const folder = near === undefined ? '' : folderOfManifest(near.manifest)
  return readManagerCall(name, args, isYarnBerry(place.project, folder))
}

function startsScripts(read: ReadCall, script: ScriptCall, call: Call): Reading | undefined {
  const { manager, selection } = read
  if (selection !== undefined) {
    const reading = inFolders(selection, call, (near) =>
      scriptIn(near, manager, script, call.place),
    )
    const isNothing = reading.kind === 'starts' && reading.starts.length === 0
    return isNothing && script.otherwise !== 'nothing'
      ? unknownStart(`no workspace that is meant has a script "${script.script}"`)
      : reading
  }
  const near = manifestNear(call.cwd, call.place)
  const starts = near === undefined ? undefined : scriptIn(near, manager, script, call.place)
  if (starts !== undefined) return { kind: 'starts', starts }
  if (script.otherwise === 'itself') return undefined
  if (near === undefined)
    return unknownStart(
      manifestFaultNear(call.cwd, call.place) ??
        `no package.json for \`${manager.program} ${script.script}\` is in the build context`,
    )
  switch (script.otherwise) {
    case 'nothing':
      return { kind: 'starts', starts: [] }
    case 'program':
      return startsWords(call, [script.script, ...script.args], { bin: localBin })
    case 'mistake':
      return unknownStart(
        `${near.manifest.path} has no script "${script.script}"${startsServer(manager, script) ? ', and no server.js, which npm starts then, is in the build context' : ''}`,
      )
  }
}

/** npm's own default: https://docs.npmjs.com/cli/commands/npm-start */
const startsServer = ({ name }: PackageManager, { script }: ScriptCall) =>
  script === 'start' && name === 'npm'

interface Near {
  readonly manifest: Manifest
  readonly folder: string
}

function scriptIn(
  near: Near,
  manager: PackageManager,
  call: ScriptCall,
  place: Place,
): readonly Started[] | undefined {
  const { script, args } = call
  const hasHooks = runsHooks(manager, near.manifest, place)
  const server = place.contextPath(resolvePath(near.folder, 'server.js') ?? '')
  const fallback =
    startsServer(manager, call) && server !== undefined ? 'node server.js' : undefined
  const own = startsScript(script, args, near, hasHooks, fallback)
  if (own !== undefined || script !== 'restart') return own
  // https://docs.npmjs.com/cli/commands/npm-restart
  return [
    ...(startsScript('stop', [], near, hasHooks) ?? []),
    ...(startsScript('start', args, near, hasHooks, fallback) ?? []),
  ]
}

/**
 * Scripts called prestart and poststart. Yarn 2 and later have none (https://yarnpkg.com/advanced/lifecycle-scripts); pnpm runs them
 * since version 9 (https://pnpm.io/settings#enableprepostscripts).
 */
function runsHooks({ name }: PackageManager, manifest: Manifest, { project }: Place): boolean {
  if (name !== 'pnpm') return name !== 'yarn-berry'
  const own = folderOfManifest(manifest)
  const root = rootAbove(own, project) ?? own
  const inRoot = (file: string) => (root === '' ? file : `${root}/${file}`)
  const lock = project.read(inRoot('pnpm-lock.yaml')) ?? ''
  const major =
    pinnedMajor(readManifest(project, inRoot('package.json')), 'pnpm') ??
    /^lockfileVersion:\s*'?(\d+)/.exec(lock)?.[1]
  return major === undefined || Number(major) >= 9
}

function folderOfManifest({ path }: Manifest): string {
  const folder = folderOf(path)
  return folder === '.' ? '' : folder
}

/** What is started in each of the packages that a selection means; those that have nothing of it are left out. */
export function inFolders(
  selection: Selection,
  { cwd, place }: Call,
  starts: (near: Near) => readonly Started[] | undefined,
): Reading {
  const near = manifestNear(cwd, place)
  if (near === undefined)
    return unknownStart('no package.json for the workspaces is in the build context')
  const chosen = choose(selection, folderOfManifest(near.manifest), place.project)
  if (chosen.kind === 'unknown') return unknownStart(chosen.why)
  const all: Started[] = []
  for (const folder of chosen.folders) {
    const there = place.imagePath(folder)
    const own = there === undefined ? undefined : manifestNear(there, place)
    if (there === undefined || own === undefined || own.folder !== there)
      return unknownStart(`${folder} is not copied into the image`)
    all.push(...(starts(own) ?? []))
  }
  return { kind: 'starts', starts: all }
}
