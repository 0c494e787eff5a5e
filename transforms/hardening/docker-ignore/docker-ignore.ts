import {
  compareDockerfiles,
  factsOfText,
  isWithin,
  lineage,
  listText,
  servedFolder,
  type Copy,
  type Facts,
  type Rule,
  type StageFacts,
  type Stays,
} from '../../../src/transform.ts'
import { evidenceOf } from '../evidence.ts'
import { exceptionFor, type IgnoreLine } from './ignore-line.ts'
import { ignoreLines } from './ignore-lines.ts'
import { hasSameSources, isFreeOf } from './ignore-proof.ts'
import { missingLines, withLines } from './ignore-text.ts'

/**
 *   COPY . .          =>   .dockerignore:  node_modules
 *   RUN npm ci                             .git
 *                                          .dockerignore
 *                                          Dockerfile
 *
 * A line is proposed where nothing that a build reads is behind it, by Docker's own matching, for every Dockerfile that goes by the file.
 * https://docs.docker.com/build/concepts/context/#dockerignore-files
 */
export const dockerIgnore: Rule = {
  name: 'docker-ignore',
  title: 'What the image has no use for stays out of the build context',
  about: {
    why: 'The daemon gets what the build context has, and COPY of a folder brings it into a layer: node_modules, .git and logs make both large, and each of their changes builds the layers again. A line is added where no build that goes by the file reads what it hides.',
    risk: 'A build reads a file that is hidden. Only lines that no build of the project is seen to need are added, and those of the author stay.',
    example: {
      file: '.dockerignore',
      before: '',
      after: 'node_modules\n.git\n.dockerignore\nDockerfile\n',
    },
  },
  apply: (context) => {
    const { facts, input } = context
    const copies = facts.stages.flatMap((stage) => stage.copies.filter(bringsFolder))
    const [copy] = copies
    // The last files of a long walk were never seen.
    if (
      copy === undefined ||
      !facts.stages.every(isCovered) ||
      facts.project.files().length >= mostFiles
    )
      return undefined
    const isWhole = copies.some((each) => each.isWholeContext)
    const served = servedCopy(facts)
    const written = context.split?.otherFiles ?? []
    const lines = [
      ...missingLines(ignoreLines(context, isWhole, served !== undefined), facts.project),
      ...written
        .filter(
          ({ path }) => path !== facts.project.ignoreFile?.path && facts.project.isIgnored(path),
        )
        .map(({ path }) => exceptionFor(path)),
    ]
    if (!lines.some(({ isWeighty }) => isWeighty)) return undefined
    const unread = unreadIgnoreFile(facts.project)
    if (unread !== undefined) return unread
    const others = neighboursOf(facts)
    if (others === undefined) return undefined
    const all = [facts, ...others]
    const proven = lines.filter(
      (line) => all.every((each) => isFreeOf(line, each, context.installs)) && !line.isUsed(),
    )
    const file = withLines(proven, facts.project)
    if (file === undefined || !all.every((each) => hasSameSources(each, file, proven)))
      return undefined
    const handedOut = served === undefined ? [] : proven.filter(isThere(facts.project))
    return {
      change: {
        rule: 'docker-ignore',
        title:
          file.before === null
            ? 'Add a .dockerignore'
            : `Add ${proven.map(({ pattern }) => `\`${pattern}\``).join(', ')} to ${file.path}`,
        why: whyFor(proven, handedOut),
        risk: 'safe',
        evidence: [
          evidenceOf((served ?? copy).step.instruction, input),
          ...proven.flatMap(({ made }) => made?.evidence ?? []),
        ],
      },
      edits: [],
      otherFiles: [file],
      isWorthAlone: handedOut.length > 0,
    }
  },
}

/** Something stands where the file would be written, and no build reads it as one: BuildKit follows no link out of the context. */
function unreadIgnoreFile({ ignoreFile, standsAt }: Facts['project']): Stays | undefined {
  const kind = ignoreFile === undefined ? standsAt('.dockerignore') : undefined
  if (kind === undefined) return undefined
  const what = {
    link: 'a link out of the build context, or to nothing',
    folder: 'a folder',
    file: 'no text',
    other: 'no file',
  }[kind]
  return { stays: `No .dockerignore is written: what stands there is ${what}.` }
}

/** The COPY of the whole context into a folder that the image's web server hands out. */
function servedCopy(facts: Facts): Copy | undefined {
  const folder = servedFolder(facts)
  if (folder === undefined) return undefined
  return lineage(facts.final)
    .flatMap(({ copies }) => copies)
    .find(({ paths }) =>
      paths.some(({ source, target }) => source === '' && isWithin(target, folder)),
    )
}

/** What is there to be handed out: a clone that is built from has a `.git`, and the Dockerfile itself is. */
const isThere =
  ({ list, dockerfile = '' }: Facts['project']) =>
  ({ isPrivate, hides, pattern }: IgnoreLine) =>
    isPrivate && (pattern === '.git' || [...list(''), dockerfile].some(hides))

function whyFor(lines: readonly IgnoreLine[], handedOut: readonly IgnoreLine[]): string {
  const names = listText(handedOut.map(({ pattern }) => `\`${pattern}\``))
  const served =
    handedOut.length === 0 ? '' : `The web server would give ${names} to whoever asks. `
  return served + whyOfLayers(lines)
}

function whyOfLayers(lines: readonly IgnoreLine[]): string {
  const why =
    'A COPY of a folder brings all of it into the layer, and each change of it builds that layer and those behind it again'
  return lines.some(({ made }) => made?.packages !== undefined)
    ? `${why}; packages of the machine would lie over those that the build installs.`
    : `${why}.`
}

/** Languages that the lines know: what other tools read of a folder (SourceLink, Maven's plugins) is not looked for. */
const covered =
  /^(node|bun|golang|php|composer|python|nginx|httpd|caddy|alpine|debian|ubuntu|busybox|scratch|distroless\/.*)$/

const isCovered = ({ base, copies }: StageFacts) =>
  covered.test(base.family) || !copies.some(bringsFolder)

/** Where a project's listing ends. */
const mostFiles = 20_000

const bringsFolder = ({ from, paths }: Copy) =>
  from === undefined && paths.some(({ isFolder }) => isFolder)

/**
 * What else is built with the ignore file in force. Undefined where another Dockerfile comes first: one of them has the say, so that a run over
 * all of them writes the file once.
 */
function neighboursOf(facts: Facts): readonly Facts[] | undefined {
  const { project } = facts
  const own = project.ignoreFile?.path ?? '.dockerignore'
  // Beside a Dockerfile that lies outside of the context.
  if (own.startsWith('../')) return undefined
  if (own !== '.dockerignore') return []
  const others: Facts[] = []
  for (const { path, text } of project.neighbours()) {
    const comesFirst =
      project.dockerfile === undefined || compareDockerfiles(path, project.dockerfile) < 0
    const other = comesFirst ? undefined : factsOfText(text, project, facts)
    if (other === undefined) return undefined
    others.push(other)
  }
  return others
}
