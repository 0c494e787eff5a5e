import {
  baseName,
  isCredentialsFile,
  isLeftOutOfGit,
  isRecord,
  isWithin,
  pathInContext,
  resolvePath,
  type Argument,
  type Copy,
  type Facts,
  type StageFacts,
} from '../../../src/transform.ts'

/** A file with a secret that a COPY names. */
export interface SecretFile {
  /** As the COPY names it. */
  readonly source: string
  readonly name: string
  readonly stage: StageFacts
  readonly copy: Copy
  /** Where it goes in the image; undefined where that can't be told. */
  readonly target: string | undefined
  /** The word of the COPY; undefined where it is written in another form. */
  readonly word: Argument | undefined
  /** It is among the files of the project. */
  readonly isThere: boolean
}

/** The files with secrets that COPYs bring by their names. */
export function secretFiles(facts: Facts): readonly SecretFile[] {
  return facts.stages.flatMap((stage) =>
    stage.copies.flatMap((copy) =>
      copy.from !== undefined || copy.isRemote
        ? []
        : copy.sources.flatMap((source) => {
            const name = baseName(source)
            if (!isCredentialsFile(name) || !holdsSecret(source, facts)) return []
            const { words, exec } = copy.step.instruction
            const word = exec === undefined ? words.find(({ raw }) => raw === source) : undefined
            const isThere = facts.project.isFile(pathInContext(source))
            return [{ source, name, stage, copy, target: targetOf(copy, source), word, isThere }]
          }),
    ),
  )
}

/** Files that hold settings as well: nobody keeps those out of a project for a secret. */
const mayBeOpen: ReadonlySet<string> = new Set(['.npmrc', 'pip.conf'])

/** Whether a file that may hold a secret does; one that is not in the project is kept out of it for a reason. */
function holdsSecret(source: string, facts: Facts): boolean {
  const { project } = facts
  const path = pathInContext(source)
  const text = project.read(path)
  if (text === undefined)
    return !mayBeOpen.has(baseName(path)) || isLeftOutOfGit(path, facts.project)
  switch (baseName(path)) {
    case '.npmrc':
      return text.split('\n').some(isToken)
    case 'pip.conf':
      return /:\/\/[^\s/@$]+@/.test(text)
    case 'auth.json': {
      const fields = project.json(path)
      return project.isFile('composer.json') && !(isRecord(fields) && isEmpty(fields))
    }
    default:
      return true
  }
}

const isEmpty = (fields: Readonly<Record<string, unknown>>) => Object.keys(fields).length === 0

/** `//registry.npmjs.org/:_authToken=npm_...`, not `...=${NPM_TOKEN}` */
function isToken(line: string): boolean {
  const equals = line.indexOf('=')
  const key = line.slice(0, equals).trim()
  const value = line.slice(equals + 1).trim()
  return equals > 0 && /(^|:)_(authToken|auth|password)$/.test(key) && !value.includes('${')
}

function targetOf({ paths, destination, saysFolder }: Copy, source: string): string | undefined {
  const found = paths.find((path) => path.source === pathInContext(source))
  if (found !== undefined) return found.target
  return saysFolder ? resolvePath(destination, baseName(source)) : destination
}

/** The COPY of a folder that brings a file along. */
export const bringersOf = (path: string, { stages }: Facts): readonly Copy[] =>
  stages.flatMap(({ copies }) =>
    copies.filter(
      ({ from, paths }) =>
        from === undefined &&
        paths.some(
          ({ isFolder, source }) => isFolder && isWithin(`/${pathInContext(path)}`, `/${source}`),
        ),
    ),
  )
