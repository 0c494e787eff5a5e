import {
  beforePattern,
  binaryName,
  folderOf,
  isEmbedded,
  isTelling,
  isWithin,
  resolvePath,
  type Evidence,
  type Facts,
  type ProgramSources,
} from '../../../src/transform.ts'

/** A file or folder of the context that the program reads when it runs. */
export interface Asset {
  /** In the context. */
  readonly source: string
  /** Where it stands in the image. */
  readonly path: string
  readonly isFolder: boolean
  readonly evidence: Evidence
}

export interface Assets {
  readonly assets: readonly Asset[]
  /** Where the program serves its work folder itself: all of it is needed. */
  readonly wholeFolder: Evidence | undefined
}

/** Literals that name no file however they look. */
const notPaths =
  /^(https?|wss?|tcp|udp|redis|postgres|postgresql|mysql|mongodb|amqp|nats|s3):\/\/|[\n\t<>{}|^;]|^\/?$/

/** Finds what the program reads by a path relative to the folder it is started in, by the literals of its sources. */
export function findAssets(sources: ProgramSources, facts: Facts, cwd: string | undefined): Assets {
  const found = new Map<string, Asset>()
  const seen = new Set<string>()
  let wholeFolder: Evidence | undefined
  // A binary of the same name in the context was left there by a build.
  const program = sources.module === undefined ? undefined : binaryName(sources.module.path)
  const note = (text: string, evidence: Evidence) => {
    if (seen.has(text)) return
    seen.add(text)
    const asset = assetAt(text, facts, cwd, evidence)
    if (asset !== undefined && !found.has(asset.path)) found.set(asset.path, asset)
  }
  for (const { path: source, paths } of sources.files)
    for (const { value, use, at } of paths) {
      if ((use !== 'names' && use !== 'reads') || value.base === 'home') continue
      const evidence: Evidence = { path: source, ...at }
      const text = value.path.replace(/^file:\/\//, '')
      if (use === 'names' && text === program) continue
      // `http.Dir(".")`, `"." + request.URL.Path`
      if (use === 'reads' && value.base === 'cwd' && !isTelling(value) && /^\.?\/?$/.test(text))
        wholeFolder ??= evidence
      else if (
        !notPaths.test(text) &&
        (use === 'reads' || !isEmbedded(text, source, sources.embedded))
      )
        note(text, evidence)
    }
  return { assets: withSiblings([...found.values()], facts), wholeFolder }
}

/** Two files of one folder: the folder is what the program reads. */
function withSiblings(assets: readonly Asset[], { project }: Facts): readonly Asset[] {
  const folders = assets.flatMap(({ source, isFolder }) =>
    isFolder || !source.includes('/') ? [] : [folderOf(source)],
  )
  return assets.map((asset) => {
    const folder = asset.source.includes('/') ? folderOf(asset.source) : ''
    const isShared =
      !asset.isFolder && folder !== '' && folders.filter((other) => other === folder).length > 1
    const keepsPath = asset.path.endsWith(asset.source.slice(folder.length))
    if (!isShared || !keepsPath || project.list(folder).some((name) => name.endsWith('.go')))
      return asset
    return { ...asset, source: folder, path: folderOf(asset.path), isFolder: true }
  })
}

/** The asset that a literal names: a file, a folder, the folder that a glob looks into. */
export function assetAt(
  text: string,
  facts: Facts,
  cwd: string | undefined,
  evidence: Evidence,
): Asset | undefined {
  const { project } = facts
  const fixed = beforePattern(text)
  if (fixed === '' || /^\.{0,2}\/?$/.test(fixed) || fixed.includes('\n')) return undefined
  const path = resolvePath(cwd, fixed)
  const source = path === undefined ? undefined : facts.contextPath(path)
  if (path === undefined || source === undefined || source === '') return undefined
  const isFolder = project.isFolder(source)
  if (isFolder ? holdsOnlySources(source, facts) : /\.go$|(^|\/)go\.(mod|sum|work)$/.test(source))
    return undefined
  if (cwd !== undefined && isFolder && isWithin(cwd, path)) return undefined
  return { source, path, isFolder, evidence }
}

export function holdsOnlySources(folder: string, { project }: Facts): boolean {
  return (
    project
      .files(folder)
      .every((file) => /\.(go|proto)$|(^|\/)(\.gitkeep|testdata\/.*)$/.test(file)) &&
    !isEmptyFolder(folder, project.files(folder))
  )
}

/** A folder kept in git by a placeholder alone is there to be written to. */
function isEmptyFolder(_folder: string, files: readonly string[]): boolean {
  return (
    files.length > 0 && files.every((file) => file.endsWith('/.gitkeep') || file.endsWith('/.keep'))
  )
}
