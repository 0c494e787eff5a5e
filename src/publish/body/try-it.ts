import { posix } from 'node:path'
import { quoteWord } from '../../dockerfile/shell/quote-word.ts'
import { fenced } from '../../report/markdown/markdown-text.ts'
import { migratedFiles, type MigratedFile, type TextSubject } from './subject.ts'

/** Builds that are written out. */
const mostBuilds = 5

/**
 * Commands to try it with. The branch is looked at by `FETCH_HEAD`: that works in clones of one branch, too, and an older copy of the branch,
 * which may have been built anew since, is not taken for it.
 */
export function tryText(subject: TextSubject): string {
  const { branch, cloneRemote = 'origin' } = subject
  const files = migratedFiles(subject)
  const rest = files.length - mostBuilds
  const lines = [
    `git fetch ${quoteWord(cloneRemote)} ${quoteWord(branch)} && git switch --detach FETCH_HEAD`,
    ...files.slice(0, mostBuilds).map(buildCommand),
    ...(rest > 0 ? [`# and so on for ${rest} more`] : []),
  ]
  return fenced(lines.join('\n'), 'sh')
}

function buildCommand({ path, context }: MigratedFile): string {
  const isPlain = path === posix.join(context, 'Dockerfile')
  const file = isPlain ? '' : ` -f ${quoteWord(notAnOption(path))}`
  return `docker build${file} -t ${tagOf(path)} ${quoteWord(notAnOption(context))}`
}

/** A name of an image that says which service it is. https://docs.docker.com/reference/cli/docker/image/tag/#description */
function tagOf(path: string): string {
  const folder = posix.basename(posix.dirname(path))
  const suffix = posix
    .basename(path)
    .replace(/^(Dockerfile|Containerfile)\.?|\.?(Dockerfile|Containerfile)$/gi, '')
  const name = `${folder === '.' ? '' : folder}-${suffix}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return `${name === '' ? 'app' : name}:try`
}

function notAnOption(path: string): string {
  return path.startsWith('-') ? `./${path}` : path
}
