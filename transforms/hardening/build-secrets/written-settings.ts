import {
  baseName,
  type Installs,
  type RunCommand,
  type StageFacts,
} from '../../../src/transform.ts'
import {
  isFetching,
  isPrivateKey,
  managersOfNpm,
  programOf,
  usersOfFile,
  usersOfGit,
} from './fetching.ts'
import { isIn, type Occurrence } from './occurrences.ts'

/** How what a command writes down is read, and how it is taken away again. */
export type Written =
  /** Its reader looks variables up: the file gets the name instead of the value. */
  | { readonly kind: 'reference' }
  /** It has to be there while one RUN works, and is removed behind it. */
  | {
      readonly kind: 'passing'
      readonly path: string | undefined
      readonly remove: string
      readonly isDone: (text: string) => boolean
      readonly isFor: (command: RunCommand, installs: Installs, stage: StageFacts) => boolean
    }
  /** A private key, which an agent has as well. */
  | { readonly kind: 'key'; readonly path: string }
  /** A clause on what it is written to. */
  | { readonly kind: 'unknown'; readonly why: string }

/** Programs that write what they are given into files: settings, accounts, databases. */
const makersOfFiles: ReadonlySet<string> = new Set(
  'sed perl awk envsubst htpasswd useradd usermod adduser chpasswd passwd openssl keytool mysql mysqladmin psql expect jq ex ed'.split(
    ' ',
  ),
)

/** The program that gets a command's output: `echo "root:$PASSWORD" | chpasswd`. */
function pipedInto({ link, source }: RunCommand): string | undefined {
  if (link?.kind !== 'pipeline' || link.commands.at(-1)?.start === source?.start) return undefined
  const program = baseName(link.commands.at(-1)?.words[0]?.value ?? '')
  return makersOfFiles.has(program) ? program : undefined
}

/** What a command does with a secret that its words have; undefined where it only uses it. `text` is the RUN's. */
export function writtenBy(
  command: RunCommand,
  occurrences: readonly Occurrence[],
  text: string,
): Written | undefined {
  const own = occurrences.filter((each) => isIn(each, command.source))
  if (own.length === 0) return undefined
  const path = targetOf(command)
  if (path !== undefined) return writtenTo(path)
  const program = programOf(command)
  const taker = makersOfFiles.has(program) ? program : pipedInto(command)
  if (taker !== undefined)
    return { kind: 'unknown', why: `what ${taker} makes of it stays in a layer` }
  const { args } = command
  const raw = command.source?.words.map((word) => word.raw) ?? []
  const verb = args[0] ?? ''
  if (managersOfNpm.has(program) && /^(config|set|c)$/.test(verb)) return { kind: 'reference' }
  if (program === 'git' && verb === 'config') return gitSetting(raw, own, text)
  if (program === 'composer' && raw.includes('config')) return composerSetting(raw)
  if (program === 'pip' && verb === 'config') {
    const key = raw[raw.indexOf('set') + 1] ?? ''
    return passing(
      `${raw[0] ?? 'pip'} config unset ${key}`,
      (command_) => ['pip', 'pipenv'].includes(programOf(command_)),
      `config unset ${key}`,
    )
  }
  const isUrl = own.some(({ start }) => /:\/\/[^\s/]*$/.test(text.slice(0, start)))
  if (isUrl && (managersOfNpm.has(program) || (program === 'git' && verb === 'remote')))
    return { kind: 'unknown', why: `${program} keeps the URL` }
  if (program === 'go' && verb === 'env')
    return { kind: 'unknown', why: 'go keeps it in its settings' }
  if (/^(poetry|bundle|dotnet|nuget|cargo|docker|helm|ssh-add)$/.test(program)) {
    const isSetting = /^(config|nuget|login|registry|add|repo|ssh-add)$/.test(verb)
    if (isSetting || program === 'ssh-add')
      return { kind: 'unknown', why: `${program} keeps it in its settings` }
  }
  return undefined
}

/** Redirects that make a file; `2>&1` makes none. */
const writes: ReadonlySet<string> = new Set(['>', '>>', '>|', '&>', '&>>'])

/** The file that a command's output goes to: by `>`, or by tee. */
function targetOf(command: RunCommand): string | undefined {
  const { redirects, source, name, args } = command
  const at = redirects.findIndex(({ operator, target }) => {
    return writes.has(operator) && target !== '/dev/null'
  })
  if (at >= 0) return redirects[at]?.target ?? source?.redirects[at]?.target.raw
  return name === 'tee' ? (args.at(-1) ?? source?.words.at(-1)?.raw) : pipedTo(command)
}

/** `echo "..." | tee ~/.npmrc` */
function pipedTo({ link, source }: RunCommand): string | undefined {
  if (link?.kind !== 'pipeline' || link.commands.at(-1)?.start === source?.start) return undefined
  const last = link.commands.at(-1)
  const [program] = last?.words ?? []
  const redirect = last?.redirects.find(({ operator }) => writes.has(operator))
  return redirect?.target.raw ?? (program?.raw === 'tee' ? last?.words.at(-1)?.raw : undefined)
}

function writtenTo(path: string): Written {
  const name = baseName(path)
  if (name === '.npmrc' || name === '.yarnrc.yml' || name === '.yarnrc')
    return { kind: 'reference' }
  if (isPrivateKey(name)) return { kind: 'key', path }
  const isFor = usersOfFile(name)
  if (isFor === undefined) return { kind: 'unknown', why: `a RUN writes it to ${path}` }
  return {
    ...passing(`rm -f ${path}`, (command) => isFor.has(programOf(command)), path),
    path,
    isDone: (text) => removes(text, path),
  }
}

const removes = (text: string, path: string) =>
  text.split(/&&|;|\n/).some((part) => /^\s*rm\s/.test(part) && part.includes(path))

function passing(
  remove: string,
  isOne: (command: RunCommand) => boolean,
  mark: string,
): Extract<Written, { kind: 'passing' }> {
  return {
    kind: 'passing',
    path: undefined,
    remove,
    isDone: (text) => text.includes(mark) && text.includes('unset'),
    isFor: (command, installs, stage) => isOne(command) && isFetching(command, installs, stage),
  }
}

/** `git config --global url."https://$TOKEN@github.com/".insteadOf https://github.com/` */
function gitSetting(
  raw: readonly string[],
  own: readonly Occurrence[],
  text: string,
): Written | undefined {
  const [first] = own
  const at = first?.command.words.findIndex(({ start, end }) =>
    own.some((each) => each.start >= start && each.end <= end),
  )
  const key = at === undefined || at < 0 ? undefined : raw[at]
  if (first === undefined || key === undefined) return undefined
  const flags = raw.slice(2).filter((word) => word.startsWith('-'))
  const scope = flags.find((flag) => /^--(global|system|local)$/.test(flag))
  const name = /insteadof"?'?$/i.test(key) ? key : raw[at === undefined ? 0 : at - 1]
  if (name === undefined || flags.some((flag) => flag !== scope && flag !== '--add'))
    return { kind: 'unknown', why: 'git keeps it in its settings' }
  return {
    ...passing(
      ['git', 'config', ...(scope === undefined ? [] : [scope]), takenAway(name)].join(' '),
      (command) => usersOfGit.has(programOf(command)),
      'git config',
    ),
    isDone: () => /--(unset|remove-section)|rm\s[^&;]*\.gitconfig/.test(text),
  }
}

/** Before its version 2.18 git leaves an empty section behind, whose name may hold the secret. */
function takenAway(key: string): string {
  const [end = '', quote = ''] = /\.(?:push)?insteadof(["']?)$/i.exec(key) ?? []
  return end === '' ? `--unset-all ${key}` : `--remove-section ${key.slice(0, -end.length)}${quote}`
}

/** `composer config -g http-basic.repo.example.org user $TOKEN` */
function composerSetting(raw: readonly string[]): Written {
  const at = raw.indexOf('config')
  const words = raw.slice(at + 1).filter((word) => !word.startsWith('-'))
  const flags = raw.slice(at + 1).filter((word) => word.startsWith('-'))
  const [key = ''] = words
  if (!/^["']?(http-basic|github-oauth|gitlab-(oauth|token)|bearer|bitbucket-oauth)\./.test(key))
    return { kind: 'unknown', why: 'composer keeps it in its settings' }
  const scope = flags.filter((flag) => /^(-g|--global)$/.test(flag))
  const command = [...raw.slice(0, at + 1), ...scope, '--unset', key].join(' ')
  return passing(command, (each) => programOf(each) === 'composer', key)
}
