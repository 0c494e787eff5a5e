import type { Facts } from '../../facts/facts.ts'
import type { Process } from '../../facts/follow/process.ts'
import { baseName, resolvePath } from '../../facts/image-path.ts'
import { pathFolders } from '../../knowledge/image-folders.ts'
import { processesOf } from './entries.ts'
import { needAt, type FileNeed } from './file-need.ts'

/** Their words name scripts, packages and folders of their own. */
const managers = /^(npm|npx|yarn|yarnpkg|pnpm|pnpx|bun|bunx|composer|corepack)$/

/** The files that commands of the container name: programs by their paths or on the PATH, and their words. */
export function namedNeeds(facts: Facts): readonly FileNeed[] {
  const { workdir } = facts.final.end
  return processesOf(facts).flatMap((process) => {
    const evidence = process.via.at(-1)
    if (evidence === undefined) return []
    return [
      ...process.via.map(({ path }) => facts.imagePath(path)).filter(isScript),
      ...placesOf(process),
    ].flatMap((path) => (path === workdir ? [] : (needAt(path, evidence, facts) ?? [])))
  })
}

/** A script that the way leads through; manifests come with their packages. */
const isScript = (path: string | undefined) =>
  path !== undefined && !/\.(json|ya?ml|toml)$|Dockerfile/.test(path)

function placesOf({ name, argv, cwd }: Process): readonly (string | undefined)[] {
  const program =
    name === undefined
      ? []
      : name.includes('/')
        ? [resolvePath(cwd, name)]
        : pathFolders.map((folder) => `${folder}/${name}`)
  const manager = argv.findIndex((word) => managers.test(baseName(word ?? '')))
  const words = argv.slice(1, manager < 0 ? argv.length : manager).flatMap((word) => {
    const value = /^--?[\w-]+=(.+)$/.exec(word ?? '')?.[1] ?? word
    return value === undefined || /^-|:\/\/|[$*?]|^\.?\/?$/.test(value) ? [] : [value]
  })
  return [...program, ...words.map((word) => resolvePath(cwd, word))]
}
