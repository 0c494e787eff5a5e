import type { Facts } from '../facts.ts'
import { baseName, folderOf, resolvePath } from '../image-path.ts'
import { binaryName, findModule, moduleMadeBy } from './modules.ts'
import { importPathOf, mainPackages } from './program-sources.ts'

/** A package as a go command names it. */
export interface NamedPackage {
  readonly folder: string | undefined
  readonly name: string
}

/** The packages that operands name in a folder of the image; none where one of them is not known. */
export function packagesNamed(
  operands: readonly (string | undefined)[],
  cwd: string | undefined,
  facts: Facts,
): readonly NamedPackage[] {
  if (cwd === undefined) return []
  const known = operands.flatMap((operand) => operand ?? [])
  if (known.length !== operands.length) return []
  const first = known.find((operand) => /\.go$|[*?[]/.test(operand))
  if (first !== undefined) {
    const path = resolvePath(cwd, first) ?? first
    // `ADD main.go /`: the file is of the context, and its folder in the image is not.
    const source = facts.contextPath(path)
    const own = source?.includes('/') === true ? folderOf(source) : ''
    const folder = facts.contextPath(folderOf(path)) ?? (source === undefined ? undefined : own)
    // The shell sorts what `*.go` and `cmd/web/*` match; the first gives the name.
    const found = facts.project.match(`${folder ?? ''}/${baseName(first)}`)
    const [named = first, ...more] = found
    return [named, ...more].every((path) => path.endsWith('.go'))
      ? [{ folder, name: baseName(named).replace(/\.go$/, '') }]
      : []
  }
  return (known.length === 0 ? ['.'] : known).flatMap((item) => packageNamed(item, cwd, facts))
}

function packageNamed(operand: string, cwd: string, facts: Facts): readonly NamedPackage[] {
  const pattern = operand.replace(/@.*$/, '')
  const isLocal = pattern.startsWith('.') || pattern.startsWith('/')
  const all = /(^|\/)\.\.\.$/.test(pattern)
  const named = all ? pattern.replace(/\/?\.\.\.$/, '') || '.' : pattern
  const imagePath = isLocal ? resolvePath(cwd, named) : imagePathOfImport(named, cwd, facts)
  const folder = imagePath === undefined ? undefined : facts.contextPath(imagePath)
  if (imagePath === undefined || folder === undefined)
    return isLocal || all ? [] : [{ folder: undefined, name: binaryName(named) }]
  const module = findModule(facts.project, folder) ?? moduleMadeBy(facts.final.commands, folder)
  const nameOf = (of: string) =>
    binaryName(importPathOf(of, module, facts.imagePath(of) ?? imagePath))
  if (all) return mainPackages(facts, folder).map((main) => ({ folder: main, name: nameOf(main) }))
  return [{ folder, name: module === undefined ? binaryName(imagePath) : nameOf(folder) }]
}

/** Where a package of the module, or of GOPATH, stands in the image. */
function imagePathOfImport(path: string, cwd: string, facts: Facts): string | undefined {
  const module = findModule(facts.project, facts.contextPath(cwd) ?? '')
  if (module !== undefined && (path === module.path || path.startsWith(`${module.path}/`))) {
    const root = facts.imagePath(module.folder)
    return root === undefined ? undefined : resolvePath(root, `.${path.slice(module.path.length)}`)
  }
  return resolvePath('/go/src', path)
}
