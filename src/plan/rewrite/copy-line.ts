import { pathFrom } from '../../facts/image-path.ts'
import { execText, literalWord } from '../../dockerfile/words/literal-word.ts'
import type { Artifact } from '../split.ts'

/** `COPY --from=builder /app/dist ./dist`: relative inside the work folder that the author set, absolute elsewhere. */
export function copyLine(
  { path, target = path, isFolder, isMerged = false, owner, patterns = [] }: Artifact,
  builder: string,
  workdir: string | undefined,
  escape: string,
): string {
  const flags = [`--from=${builder}`, ...(owner === undefined ? [] : [`--chown=${owner}`])]
  const folder = target.slice(0, target.lastIndexOf('/')) || '/'
  const keepsName = path.slice(path.lastIndexOf('/')) === target.slice(target.lastIndexOf('/'))
  // A file that keeps its name is copied into the folder; a folder is named on both sides.
  const slash = isMerged ? '/' : ''
  const written =
    !isFolder && keepsName && folder === workdir && folder !== '/'
      ? './'
      : patterns.length > 0
        ? `${pathFrom(workdir, folder)}/`.replace('//', '/')
        : pathFrom(workdir, target) + slash
  const to = literalWord(written, escape)
  const source = literalWord(withoutPattern(path), escape) + slash
  const words = [...(patterns.includes(`${path}*`) ? [] : [source]), ...patterns, to]
  if (/\s/.test(words.join(''))) return `COPY ${flags.join(' ')} ${execText(words)}`
  return `COPY ${flags.join(' ')} ${words.join(' ')}`
}

/** Wildcards stand for themselves in brackets: https://pkg.go.dev/path/filepath#Match */
function withoutPattern(path: string): string {
  return path.replaceAll('\\', '\\\\').replace(/[[*?]/g, '[$&]')
}
