import { lineOfOffset, textOfLine } from '../../../dockerfile/line-of-offset.ts'
import type { Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { givenSettings } from '../seen/given-settings.ts'

/** A path of the image that somebody names outside of the program's sources. */
export interface NamedPath {
  /** Absolute. */
  readonly path: string
  readonly evidence: Evidence
}

const namedBefore = new WeakMap<Facts, readonly NamedPath[]>()

/** The absolute paths that ENV, whoever runs the image, and files of settings name: `SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt`. */
export function pathsOfSettings(facts: Facts): readonly NamedPath[] {
  const known = namedBefore.get(facts) ?? [
    ...givenSettings(facts).flatMap(({ value, evidence }) =>
      pathsIn(value).map((path) => ({ path, evidence })),
    ),
    ...ofFiles(facts),
  ]
  namedBefore.set(facts, known)
  return known
}

/** What people call files of settings. */
const isOfSettings = (file: string) =>
  /(^|\/)(\.env[^/]*|[^/]*(config|settings)[^/]*\.(json|ya?ml)|[^/]*\.(ini|conf|cnf|toml|properties)|(config|conf|settings)\/[^/]*\.(json|ya?ml))$/.test(
    file,
  ) && !/(^|\/)(node_modules|vendor|\.github)\/|(^|\/)(tsconfig|package)[^/]*\.json$/.test(file)

/** More are no settings of one program. */
const mostFiles = 100
const longest = 100_000

function ofFiles({ project, imagePath }: Facts): readonly NamedPath[] {
  const files = project.files().filter(isOfSettings).slice(0, mostFiles)
  return files.flatMap((file) => {
    const text = imagePath(file) === undefined ? undefined : project.read(file)
    if (text === undefined || text.length > longest) return []
    return pathsIn(text).map((path) => {
      const at = text.indexOf(path)
      const evidence = { path: file, line: lineOfOffset(text, at), text: textOfLine(text, at) }
      return { path, evidence }
    })
  })
}

/** The words of a text that are absolute paths: alone, of a list, behind `file://`. */
const pathsIn = (text: string): readonly string[] => {
  if (!text.includes('/')) return []
  const words = text.split(/[\s"'`=,;:()[\]{}<>]+/).map((word) => word.replace(/^\/\/\//, '/'))
  return [...new Set(words.filter((word) => /^\/\w[\w./+@-]*$/.test(word)))]
}
