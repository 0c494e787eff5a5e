import {
  baseName,
  changesUsers,
  lineage,
  ownValue,
  type Instruction,
  type RunCommand,
  type StageFacts,
} from '../../../src/transform.ts'

/** What a USER says, in ids, and the instructions that say which. */
export interface KnownIds {
  readonly ids: readonly string[]
  readonly makers: readonly Instruction[]
}

interface KnownId {
  readonly id: string
  readonly maker?: Instruction
}

/** https://salsa.debian.org/debian/base-passwd/-/blob/master/passwd.master, https://git.alpinelinux.org/aports/tree/main/alpine-baselayout/passwd */
const systemUsers: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  debian: { 'www-data': 33, nobody: 65534 },
  ubuntu: { 'www-data': 33, nobody: 65534 },
  alpine: { nobody: 65534 },
}

/** The ids of 'node', of 'node:node'; undefined where one of them is not known. */
export function idsOf(said: string, stage: StageFacts): KnownIds | undefined {
  const [user = '', group, ...more] = said.split(':')
  if (more.length > 0 || !isName(user) || hidesUsers(stage)) return undefined
  const wanted = [
    idOf(user, 'user', stage),
    ...(group === undefined ? [] : [groupId(group, stage)]),
  ]
  const known = wanted.filter((each) => each !== undefined)
  if (known.length < wanted.length) return undefined
  return {
    ids: known.map(({ id }) => id),
    makers: [...new Set(known.flatMap(({ maker }) => maker ?? []))],
  }
}

const isName = (text: string) => /^[a-z_][\w.-]*$/i.test(text)

const groupId = (group: string, stage: StageFacts): KnownId | undefined =>
  /^\d+$/.test(group) ? { id: group } : isName(group) ? idOf(group, 'group', stage) : undefined

function idOf(name: string, kind: 'user' | 'group', stage: StageFacts): KnownId | undefined {
  const commands = lineage(stage).flatMap((each) => each.commands)
  const changing = commands.filter((command) => changesUsers(command, [name]))
  const makers = changing.flatMap((command) => {
    const id = idMade(command, name, kind)
    return id === undefined ? [] : [{ id, maker: command.step.instruction }]
  })
  const [made, ...more] = makers
  // `groupadd app && useradd app`: the group's own is no change of the user.
  const others = changing.filter((command) => isAbout(command, kind))
  if (made !== undefined) return more.length === 0 && others.length === 1 ? made : undefined
  if (others.length > 0) return undefined
  const { user, distribution = '' } = stage.base
  if (user?.name === name) return { id: String(kind === 'user' ? user.uid : user.gid) }
  const id = kind === 'user' ? ownValue(ownValue(systemUsers, distribution) ?? {}, name) : undefined
  return id === undefined ? undefined : { id: String(id) }
}

const isAbout = ({ name = '' }: RunCommand, kind: 'user' | 'group') =>
  !/^(group|user)(add|mod)$|^add(group|user)$/.test(baseName(name)) || baseName(name).includes(kind)

/** The id that a command gives a user or group that it makes: `useradd --uid 1001 app`. Only one that is written out, and that no argument of the build changes. */
function idMade(
  { name = '', args, source }: RunCommand,
  wanted: string,
  kind: 'user' | 'group',
): string | undefined {
  if (!makers[kind].has(baseName(name))) return undefined
  const flag = flags[kind]
  const id = args.flatMap((arg, i) => {
    if (arg === flag.long || flag.short.test(arg ?? '')) return args[i + 1] ?? []
    return arg?.startsWith(`${flag.long}=`) === true ? arg.slice(flag.long.length + 1) : []
  })[0]
  const isNamed = args.some((arg, i) => arg === wanted && !takesValue.test(args[i - 1] ?? ''))
  const isWritten = source?.words.some(({ raw }) => raw === id || raw === `${flag.long}=${id}`)
  return id !== undefined && /^\d+$/.test(id) && isNamed && isWritten === true ? id : undefined
}

const makers = {
  user: new Set(['useradd', 'adduser']),
  group: new Set(['groupadd', 'addgroup']),
}
const flags = {
  user: { short: /^-[a-zA-Z]*u$/, long: '--uid' },
  group: { short: /^-[a-zA-Z]*g$/, long: '--gid' },
}

/** Behind these stands a value: https://manpages.debian.org/bookworm/passwd/useradd.8.en.html, https://busybox.net/downloads/BusyBox.html#adduser */
const takesValue =
  /^(-[a-zA-Z]*[bcdefgGhkKpRsu]|--(base-dir|comment|home-dir|home|gid|group|ingroup|groups|skel|shell|uid|gecos|password|expiredate|inactive|key|root|prefix))$/

/** passwd is another file, or a RUN that can't be read may change it. */
function hidesUsers(stage: StageFacts): boolean {
  return lineage(stage).some(
    ({ copies, unreadable }) =>
      unreadable.length > 0 ||
      copies.some(
        ({ destination }) =>
          destination === undefined || /^\/etc(\/(passwd|group))?$/.test(destination),
      ),
  )
}
