import { versionOf } from '../../project/requirements/requirement.ts'
import {
  readLine,
  readRequirementsFile,
  type RequirementLine,
} from '../../project/requirements/requirements-file.ts'
import type { Evidence } from '../evidence.ts'
import type { Facts } from '../facts.ts'
import { folderOf, resolvePath } from '../image-path.ts'
import type { PackageList } from './package-list.ts'
import { readSourceName } from './source-name.ts'

/** Reads a requirements file of the image, and those that it names. */
export function readFile(
  path: string | undefined,
  written: string,
  isConstraint: boolean,
  list: PackageList,
  facts: Facts,
  seen = new Set<string>(),
): void {
  const inContext = path === undefined ? undefined : facts.contextPath(path)
  const text = inContext === undefined ? undefined : facts.project.read(inContext)
  const asEvidence = { path: inContext ?? written, line: undefined, text: written }
  if (path === undefined || inContext === undefined || text === undefined) {
    list.gap(`\`${written}\` is no file of the context that can be read`, asEvidence)
    return
  }
  if (seen.has(path)) return
  seen.add(path)
  const lines = readRequirementsFile(text, (name) => facts.final.end.env.get(name))
  const isHashed = lines.some(({ kind }) => kind === 'hashes')
  for (const line of lines) {
    const evidence = { path: inContext, line: line.line, text: line.text }
    if (line.kind === 'file') {
      const next = line.path.includes('://') ? undefined : resolvePath(folderOf(path), line.path)
      readFile(next, line.path, isConstraint || line.isConstraint, list, facts, seen)
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
      const { name, extras, url, marker } = line.requirement
      if (!list.isInstalled(marker)) return
      const version = versionOf(line.requirement)
      const isLocked = isHashed || line.isHashed
      const more = {
        ...(version === undefined ? {} : { version }),
        ...(url === undefined ? {} : { isWheel: isWheelName(url) }),
      }
      if (!isConstraint) list.add({ name, extras, evidence, isLocked, ...more })
      else if (version !== undefined) list.constrain(name, version)
      return
    }
    case 'source': {
      const found = readSourceName(line.source)
      if (found === undefined || line.isEditable)
        list.gap(`what \`${line.source}\` brings is not read`, evidence)
      else list.add({ ...found, extras: [], evidence, isLocked: false })
      return
    }
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
