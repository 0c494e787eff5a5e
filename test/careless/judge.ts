import path from 'node:path'
import type { Trap } from './trap.ts'

/** What the final stage of a Dockerfile says of itself, read without any of the code that is judged. */
interface Stage {
  readonly image: string
  readonly lines: readonly string[]
  /** Where each COPY puts something: a folder's contents, or a file. */
  readonly held: readonly {
    readonly target: string
    readonly owner: string | undefined
    readonly isFromStage: boolean
  }[]
  /** That of USER, or of an image that says so in its tag. */
  readonly user: string | undefined
  readonly given: readonly string[]
}

/** What a text lacks of what must be true of it; empty where it is right. */
export function judge(text: string, { must }: Pick<Trap, 'must'>): readonly string[] {
  const stage = finalStage(text)
  const holds = (file: string) => stage.held.some(({ target }) => isIn(file, target))
  const runs = stage.lines.filter((line) => /^RUN /i.test(line)).join('\n')
  return [
    ...(must.files ?? []).filter((file) => !holds(file)).map((file) => `lacks ${file}`),
    ...(must.packages ?? [])
      .filter(
        ({ name, unless }) =>
          !new RegExp(`(^|\\s)(${name})($|[\\s=;])`, 'm').test(runs) &&
          !(unless !== undefined && new RegExp(unless).test(stage.image)),
      )
      .map(({ name }) => `does not install ${name}`),
    ...(must.image === undefined || new RegExp(must.image).test(stage.image)
      ? []
      : [`is ${stage.image}, no ${must.image}`]),
    ...(must.lines ?? [])
      .filter((words) => !stage.lines.some((line) => line.includes(words)))
      .map((words) => `has no line with "${words}"`),
    ...(must.writable ?? [])
      .filter((file) => !mayWrite(file, stage))
      .map((file) => `may not write to ${file}`),
    ...(must.without ?? [])
      .filter((file) => stage.held.some(({ target }) => target === file || isIn(file, target)))
      .map((file) => `has ${file} without need`),
  ]
}

const isIn = (file: string, folder: string) =>
  file === folder || file.startsWith(folder === '/' ? '/' : `${folder}/`)

function mayWrite(file: string, { user, held, given }: Stage): boolean {
  if (user === undefined || /^(root|0)(:|$)/.test(user)) return true
  return (
    given.some((folder) => isIn(file, folder)) ||
    held.some(({ target, owner }) => owner !== undefined && isIn(file, target))
  )
}

/** Plain instructions are enough: traps have no here-documents, and no variables in paths. */
export function finalStage(text: string): Stage {
  const all = text
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => /^\s*[A-Za-z]+ /.test(line))
  const from = all.findLastIndex((line) => /^FROM /i.test(line))
  const lines = all.slice(from)
  const held: { target: string; owner: string | undefined; isFromStage: boolean }[] = []
  const given: string[] = []
  let workdir = '/'
  let user: string | undefined
  for (const line of lines) {
    const [keyword = '', ...words] = line.trim().split(/\s+/)
    if (/^WORKDIR$/i.test(keyword)) workdir = path.posix.resolve(workdir, words[0] ?? '')
    if (/^USER$/i.test(keyword)) user = words[0]
    if (/^(COPY|ADD)$/i.test(keyword)) held.push(...targetsOf(words, workdir))
    const own = workdir
    if (/^RUN$/i.test(keyword) && /\b(chown|chmod)\b/.test(line))
      given.push(
        ...words.filter((word) => /[/\w]/.test(word)).map((word) => path.posix.resolve(own, word)),
      )
  }
  const image = /^FROM\s+(\S+)/i.exec(lines[0] ?? '')?.[1] ?? ''
  return { image, lines, held, user: user ?? /nonroot$/.exec(image)?.[0], given }
}

function targetsOf(words: readonly string[], workdir: string) {
  const flags = words.filter((word) => word.startsWith('--'))
  const owner = flags.find((flag) => flag.startsWith('--chown='))?.slice('--chown='.length)
  const isFromStage = flags.some((flag) => flag.startsWith('--from='))
  const paths = words.filter((word) => !word.startsWith('--'))
  const to = paths.at(-1) ?? '.'
  const destination = path.posix.resolve(workdir, to)
  const sources = paths.slice(0, -1)
  const isInto = sources.length > 1 || /(^|\/)\.?\.?\/?$/.test(to)
  return sources.flatMap((source) => {
    const name = path.posix.basename(source)
    // Whether it is a folder, its name does not tell: its contents go there, or itself.
    const looksLikeFile = /\.\w+$/.test(name) || /[*?]/.test(name)
    const inside = path.posix.join(destination, name)
    if (!isInto) return [{ target: destination, owner, isFromStage }]
    if (/^\.?\/?$/.test(source)) return [{ target: destination, owner, isFromStage }]
    return looksLikeFile || isFromStage
      ? [{ target: inside, owner, isFromStage }]
      : [
          { target: inside, owner, isFromStage },
          { target: destination, owner, isFromStage },
        ]
  })
}
