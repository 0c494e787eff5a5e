import { placeOf, type Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { baseName, folderOf } from '../../../facts/image-path.ts'
import type { Artifact, FullSplit } from '../../split.ts'
import type { AbsentFile } from './absent-files.ts'

/** What takes absent files along where they are there when the image is built: the file, or the folder of which there is none either. */
export function artifactsOf(
  absent: readonly AbsentFile[],
  { behaviour: { absences = [] } }: FullSplit,
  { project }: Facts,
): readonly Artifact[] {
  const all = absent.flatMap(({ path, file, copy, evidence }): readonly Artifact[] => {
    const isFolder = file.includes('/') && !project.isFolder(folderOf(file))
    const own = isFolder ? folderOf(path) : path
    return absences.some((item) => item.path === own)
      ? []
      : [
          {
            path: own,
            isFolder,
            isAbsent: true,
            after: copy.step.instruction,
            evidence: [evidence],
          },
        ]
  })
  return [...new Map(all.map((item) => [item.path, item])).values()]
}

/** Keys, as openssl and mkcert write them: for their owner alone. https://docs.openssl.org/master/man1/openssl-genpkey/ */
export const closedAmong = (absent: readonly AbsentFile[]): readonly string[] =>
  absent.flatMap(({ path }) =>
    /\.key$|^id_(rsa|ecdsa|ed25519)|(^|[-_.])(privkey|private|key)([-_.][^/]*)?\.pem$/.test(
      baseName(path),
    )
      ? [path]
      : [],
  )

/** As a sentence to accept: what lies beside them nobody sees. */
export function sayAbsent(
  absent: readonly AbsentFile[],
): { readonly why: string; readonly evidence: Evidence } | undefined {
  const [first] = absent
  if (first === undefined) return undefined
  const { evidence } = first
  const names = absent
    .filter((item) => placeOf(item.evidence) === placeOf(evidence))
    .map(({ file }) => file)
  const [is, they] =
    names.length > 1 ? ['are there', 'come along where they'] : ['is there', 'comes along where it']
  const last = names.at(-1) ?? ''
  const list = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last
  const others = absent.length - names.length
  const more = others === 0 ? '' : ` (and ${others} more)`
  return {
    why: `${placeOf(evidence)} reads ${list}, which .gitignore keeps out of this folder: ${names.length > 1 ? 'they' : 'it'} ${they} ${is} when the image is built${more}.`,
    evidence,
  }
}
