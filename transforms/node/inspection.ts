import { posix } from 'node:path'
import {
  commandOf,
  commandsOfScript,
  followModules,
  isPosixShell,
  javascript,
  parseJsonText,
  parseScript,
  resolvePath,
  shellText,
  type Finding,
  type ImageInspection,
  type ImageView,
  type ModuleGraph,
  type OuterImport,
} from '../../src/transform.ts'
import { scriptsOf } from '../javascript/manifest.ts'
import { readManagerCall } from '../javascript/package-managers/index.ts'

/** Modules that the new image lacks, and the packages of node_modules in an image. */
export const inspection: ImageInspection = {
  reads: isOwnSource,
  packageFolders: ['node_modules'],
  *packages({ paths }) {
    for (const file of paths) {
      const name = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(file)?.[1]
      if (name !== undefined) yield `npm ${name}`
    }
  },
  // A module that is asked for at the top of a script stops the program; one further in may never be reached.
  inspect(before, after) {
    const lost = lostModules(before, after)
    return {
      differences: lost.filter(({ isCertain }) => isCertain).map(asFinding),
      notes: lost.filter(({ isCertain }) => !isCertain).map(asFinding),
    }
  },
}

/** Scripts and manifests of the application's own: no package's, none of the system's. */
function isOwnSource(file: string): boolean {
  return (
    /(\.[cm]?js|\/package\.json)$/.test(file) &&
    !file.includes('/node_modules/') &&
    (file.startsWith('/usr/src/') || !/^\/(usr|lib|opt\/yarn[^/]*|root\/\.[^/]+)\//.test(file))
  )
}

const asFinding = ({ path, specifier }: OuterImport): Finding => ({
  code: 'missing-module',
  message: `/${path} asks for ${specifier}, which is not in the new image`,
})

/** What the application's own scripts, followed from those that the container starts, ask for, and only the old image has. */
function lostModules(before: ImageView, after: ImageView): readonly OuterImport[] {
  const now = modulesOf(after)
  const old = modulesOf(before)
  const wasThere = new Set(old.modules.map(({ path }) => path))
  const wasLost = new Set(old.nowhere.map(({ path, specifier }) => `${path} ${specifier}`))
  return [
    ...now.packages.filter(
      ({ path, name }) => !hasPackage(path, name, after) && hasPackage(path, name, before),
    ),
    ...now.nowhere.filter(
      ({ path, specifier }) => wasThere.has(path) && !wasLost.has(`${path} ${specifier}`),
    ),
  ]
}

/** The modules of an image. Their paths are as a build context has them: relative to the root. */
function modulesOf(image: ImageView): ModuleGraph {
  const at = (path: string) => image.find(`/${path}`)
  const isFile = (path: string) => at(path)?.kind === 'file'
  const paths = [...image.paths]
  return followModules({
    read: (path) => image.read(at(path)?.path ?? `/${path}`),
    files: (folder) =>
      paths.flatMap((path) => (path.startsWith(`/${folder}/`) ? [path.slice(1)] : [])),
    languages: [javascript({ isFile }, [])],
    env: () => undefined,
    cwd: image.workingDir,
    imagePath: (path) => `/${path}`,
    contextPath: (path) => path.slice(1),
  })(startScripts(image))
}

/** `node dist/index.js`, as an exec form, behind an entrypoint, in a shell's line, or as `npm start` says it. */
function startScripts(image: ImageView): readonly string[] {
  const seen = new Set<string>()
  const startedBy = (words: readonly (string | undefined)[], cwd: string): readonly string[] => {
    const { name, args } = commandOf(words, cwd)
    if (name === undefined) return []
    const text = isPosixShell(name) ? shellText(args) : packageScript(name, args, cwd, image)
    if (text === undefined) {
      const file = scriptAt(resolvePath(cwd, name), image)
      return file === undefined ? startedBy(args, cwd) : [file]
    }
    if (seen.has(text)) return []
    seen.add(text)
    const script = parseScript(text)
    return script === undefined
      ? []
      : commandsOfScript(script, cwd, () => undefined).flatMap((command) =>
          startedBy(command.argv, command.cwd ?? cwd),
        )
  }
  const { entrypoint, cmd, workingDir } = image
  return startedBy([...entrypoint, ...cmd], workingDir)
}

function packageScript(
  name: string,
  args: readonly (string | undefined)[],
  cwd: string,
  image: ImageView,
): string | undefined {
  const call = readManagerCall(name, args, false)?.call
  if (call?.kind !== 'script') return undefined
  const manifest = image.read(posix.join(cwd, 'package.json')) ?? ''
  return scriptsOf(parseJsonText(manifest)).get(call.script)
}

/** The own script that a word of a command means: `dist/main` is dist/main.js. */
function scriptAt(path: string | undefined, image: ImageView): string | undefined {
  const endings = ['', '.js', '.cjs', '.mjs', '/index.js', '/index.cjs']
  return endings
    .map((ending) => `${path ?? ''}${ending}`)
    .find((file) => isOwnSource(file) && image.find(file)?.kind === 'file')
    ?.slice(1)
}

/** Whether Node would find a package for a script. What is inside of it is its own. */
function hasPackage(script: string, name: string, image: ImageView): boolean {
  for (let at = posix.dirname(`/${script}`); ; at = posix.dirname(at)) {
    if (image.find(posix.join(at, 'node_modules', name)) !== undefined) return true
    if (at === '/') return false
  }
}
