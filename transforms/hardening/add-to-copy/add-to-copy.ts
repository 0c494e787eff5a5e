import {
  pathInContext,
  type Copy,
  type Edit,
  type Facts,
  type Project,
  type Rule,
} from '../../../src/transform.ts'
import { evidenceOf } from '../evidence.ts'
import { withKeyword } from '../keyword.ts'

/**
 *   ADD app.conf /etc/app.conf   =>   COPY app.conf /etc/app.conf
 *
 * In every stage. ADD does more than COPY with URLs, with repositories and with archives: it unpacks a tar archive, compressed or not, that
 * it knows by its content. Of a folder it unpacks nothing. https://docs.docker.com/reference/dockerfile/#add
 */
export const addToCopy: Rule = {
  name: 'add-to-copy',
  title: 'COPY for what is only copied',
  isOptional: true,
  about: {
    why: 'ADD may download, clone or unpack, and a reader has to know the file to know which; a file that becomes an archive one day is unpacked without a word. COPY only copies.',
    risk: 'A file is an archive after all, which ADD unpacks. A line stays where a file is not in the build context, or is neither text nor of a kind that is no tar archive.',
    example: {
      file: 'Dockerfile',
      before: 'ADD app.conf /etc/app.conf\nADD rootfs.tar.gz /\n',
      after: 'COPY app.conf /etc/app.conf\nADD rootfs.tar.gz /\n',
    },
  },
  apply: ({ facts, input }) => {
    const adds = facts.stages
      .flatMap(({ copies }) => copies)
      .filter(({ step }) => step.instruction.keyword === 'ADD')
    const edits = adds
      .filter((copy) => onlyCopies(copy, facts))
      .map(({ step: { instruction } }): Edit => ({
        kind: 'replace',
        instruction,
        text: withKeyword(instruction, 'COPY'),
      }))
    if (edits.length === 0) return undefined
    return {
      change: {
        rule: 'add-to-copy',
        title: 'COPY what is only copied',
        why: 'ADD would unpack these files if they became archives; COPY does what happens now, whatever they hold.',
        risk: 'safe',
        evidence: edits.map(({ instruction }) => evidenceOf(instruction, input)),
      },
      edits,
    }
  },
}

/** Flags that COPY does not have. */
const ownFlags = new Set(['checksum', 'keep-git-dir', 'unpack'])

function onlyCopies({ step, sources, isRemote, unpacks }: Copy, { project }: Facts): boolean {
  const { flags, exec, words } = step.instruction
  if (isRemote || unpacks || flags.some(({ name }) => ownFlags.has(name))) return false
  const written = (exec ?? words.map(({ raw }) => raw)).slice(0, -1)
  // A variable may be given another value, and `git@host:path` is a repository.
  if (written.some((source) => /[$@]|:\/\//.test(source))) return false
  return sources.every((source) => {
    const found = project.match(pathInContext(source))
    return found.length > 0 && found.every((path) => isNoArchive(path, project))
  })
}

function isNoArchive(path: string, project: Project): boolean {
  if (path === '' || project.isFolder(path)) return true
  // Where git keeps large files elsewhere, a text stands for one.
  if (packed.test(path)) return false
  return project.read(path) !== undefined || noArchives.test(path)
}

const packed = /\.(tar|t?gz|t?bz2?|t?xz|t?zst)$/i

/** Files that are no text, and no tar archive either. */
const noArchives =
  /\.(jar|war|ear|zip|whl|exe|dll|so|wasm|png|jpe?g|gif|ico|webp|pdf|ttf|otf|woff2?|eot|mp[34]|db|sqlite3?|der|p12|pfx|jks)$/i
