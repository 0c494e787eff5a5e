import { versionOf } from '../../project/requirements/requirement.ts'
import {
  readLine,
  readRequirementsFile,
  type RequirementLine,
} from '../../project/requirements/requirements-file.ts'
import { lineEvidence, type Evidence } from '../evidence.ts'
import { folderOf, resolvePath } from '../image-path.ts'
import type { PackageList } from './package-list.ts'
import type { ManifestFiles } from './project-files.ts'

/** Reads a requirements file of the image, and those that it names. */
export function readFile(
  path: string | undefined,
  written: string,
  isConstraint: boolean,
  list: PackageList,
  files: ManifestFiles,
  seen = new Set<string>(),
  by: Evidence = lineEvidence(undefined, written),
): void {
  const inContext = path === undefined ? undefined : files.contextPath(path)
  const text = inContext === undefined ? undefined : files.read(inContext)
  if (path === undefined || inContext === undefined || text === undefined) {
    list.gap(`\`${written}\` is no file of the context that can be read`, by)
    return
  }
  if (seen.has(path)) return
  seen.add(path)
  const lines = readRequirementsFile(text, (name) => files.variable(name))
  const isHashed = lines.some(({ kind }) => kind === 'hashes')
  for (const line of lines) {
    const evidence = { path: inContext, line: line.line, text: line.text }
    if (line.kind === 'file') {
      const next = line.path.includes('://') ? undefined : resolvePath(folderOf(path), line.path)
      readFile(next, line.path, isConstraint || line.isConstraint, list, files, seen, evidence)
    } else take(line, isConstraint, isHashed, evidence, list)
  }
}

/** Reads what a word of a command asks for: `flask==3.0`. */
export function readWords(word: string, evidence: Evidence, list: PackageList): void {
  for (const line of readLine(word)) take(line, false, false, evidence, list)
}

type Line = RequirementLine extends infer Each
  ? Each extends RequirementLine
    ? Omit<Each, 'line' | 'text'>
    : never
  : never

function take(
  line: Line,
  isConstraint: boolean,
  isHashed: boolean,
  evidence: Evidence,
  list: PackageList,
): void {
  switch (line.kind) {
    case 'package': {
      const { name, extras, specifiers, url, marker } = line.requirement
      if (!list.isInstalled(marker)) return
      const version = versionOf(line.requirement)
      const isLocked = isHashed || line.isHashed
      const more = {
        ...(version === undefined ? {} : { version }),
        ...(url === undefined ? {} : { isWheel: isWheelName(url) }),
      }
      if (!isConstraint) list.add({ name, extras, specifiers, evidence, isLocked, ...more })
      else if (version !== undefined) list.constrain(name, version)
      return
    }
    case 'source':
      list.source(line.source, evidence)
      return
    case 'binary':
      list.build(line.names, line.isRefused)
      return
    case 'unread':
      list.gap("a line of requirements can't be read", evidence)
      return
    default:
  }
}

/** Of an address: `https://.../a-1.0-py3-none-any.whl#sha256=...`. */
const isWheelName = (url: string) => (url.split('#', 1)[0] ?? '').endsWith('.whl')
