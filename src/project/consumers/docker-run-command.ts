import { shellOf } from '../../dockerfile/shell/shells.ts'
import { shellCommands } from './shell-commands.ts'

/** A `docker run` or `docker exec` in a script. */
export interface RunCommand {
  /** The image; for compose the service, and for `docker exec` the container. */
  readonly name: string
  readonly of: 'image' | 'service' | 'container'
  /** The files of compose that it names; without any it takes the usual ones. */
  readonly files: readonly string[]
  /** ENTRYPOINT and CMD as they are given; undefined where the image's own stay. `exec` asks neither. */
  readonly entrypoint: readonly string[] | undefined
  readonly command: readonly string[] | undefined
  /** What `docker run --name` calls the container. */
  readonly container: string | undefined
  /** Variables that are given with a value: `-e NAME=value`. */
  readonly settings: ReadonlyMap<string, string>
  /** Files of variables, as they are written: `--env-file`. */
  readonly envFiles: readonly string[]
  /** What is mounted, as compose files have it: `-v SOURCE:TARGET`, `--mount`. */
  readonly mounts: readonly (string | Readonly<Record<string, string>>)[]
  readonly user: string | undefined
  /** What it may do that others may not: 'privileged', capabilities, devices. */
  readonly rights: readonly string[]
  /** 0-based, in the script. */
  readonly line: number
}

/** Flags of `run` and `exec` that stand without a value, the short ones in one word, too (`-it`); every other one takes one. https://docs.docker.com/reference/cli/docker/container/run/ */
const ALONE = new Set(
  (
    '--detach -d --disable-content-trust --init --interactive -i --no-healthcheck --oom-kill-disable --privileged --publish-all -P --quiet -q ' +
    '--read-only --rm --sig-proxy --tty -t --use-api-socket --build --no-deps --service-ports --use-aliases -T --no-TTY --remove-orphans'
  ).split(' '),
)

/** Flags in front of the subcommand that take a value. https://docs.docker.com/reference/cli/docker/compose/ */
const WITH_VALUE = new Set(
  (
    '--config -c --context -H --host -l --log-level --tlscacert --tlscert --tlskey ' +
    '-f --file -p --project-name --profile --env-file --project-directory --ansi --parallel --progress'
  ).split(' '),
)

/** The `docker run`, `docker exec`, `docker compose run` and `docker compose exec` commands of a shell script, and podman's. Bare shells, in which people look around, are left out. */
export function findRunCommands(script: string): readonly RunCommand[] {
  return shellCommands(script).flatMap(({ words, line }): readonly RunCommand[] => {
    const start = words.findIndex((word) => /^(docker|podman|(docker|podman)-compose)$/.test(word))
    if (start < 0 || words[0] === 'echo' || words[0]?.startsWith('#') === true) return []
    const outer = behindFlags(words.slice(start + 1))
    const [first, ...behind] = outer.words
    const isCompose = words[start]?.endsWith('-compose') === true || first === 'compose'
    const inner = first === 'compose' || first === 'container' ? behindFlags(behind) : outer
    const [verb, ...args] = inner.words
    const read = verb === 'run' || verb === 'exec' ? readArguments(args) : undefined
    if (read === undefined) return []
    const { name, command, entrypoint, container, ...more } = read
    const files = isCompose ? [...outer.files, ...inner.files] : []
    const given = entrypoint === undefined ? undefined : [entrypoint]
    if (isBareShell([...(given ?? []), ...(command ?? [])])) return []
    if (verb === 'run') {
      const of = isCompose ? 'service' : 'image'
      return [{ name, of, files, entrypoint: given, command, container, ...more, line }]
    }
    const of = isCompose ? 'service' : 'container'
    const unset = { command: undefined, container: undefined }
    return [{ name, of, files, entrypoint: command, ...unset, ...more, line }]
  })
}

/** What stands behind the flags in front, and the files that `-f` names among them. */
function behindFlags(words: readonly string[]) {
  const files: string[] = []
  let at = 0
  for (let word = words[at]; word?.startsWith('-') === true; word = words[at]) {
    const [flag = '', ...inline] = word.split('=')
    const takesNext = inline.length === 0 && WITH_VALUE.has(flag)
    const value = takesNext ? words[at + 1] : inline.join('=')
    if ((flag === '-f' || flag === '--file') && value !== undefined) files.push(value)
    at += takesNext ? 2 : 1
  }
  return { words: words.slice(at), files }
}

const isBareShell = ([only, ...more]: readonly string[]): boolean =>
  only !== undefined && more.length === 0 && shellOf(only) !== undefined

function readArguments(words: readonly string[]) {
  let entrypoint: string | undefined
  let container: string | undefined
  const settings = new Map<string, string>()
  const envFiles: string[] = []
  const mounts: RunCommand['mounts'][number][] = []
  const rights: string[] = []
  let user: string | undefined
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? ''
    if (!word.startsWith('-')) {
      const command = words.slice(i + 1)
      return {
        name: word,
        entrypoint,
        container,
        settings,
        envFiles,
        mounts,
        user,
        rights,
        command: command.length > 0 ? command : undefined,
      }
    }
    const { flag, value, size } = flagAt(words, i)
    i += size - 1
    if (flag === '--privileged' && value !== 'false') rights.push('privileged')
    if (value === undefined) continue
    if (flag === '-e' || flag === '--env') {
      const equals = value.indexOf('=')
      if (equals > 0) settings.set(value.slice(0, equals), value.slice(equals + 1))
    }
    if (flag === '--env-file') envFiles.push(value)
    if (flag === '--entrypoint') entrypoint = value
    if (flag === '--name') container = value
    if (flag === '-v' || flag === '--volume') mounts.push(value)
    if (flag === '--mount') mounts.push(optionsOf(value))
    if (flag === '-u' || flag === '--user') user = value
    if (flag === '--cap-add' || flag === '--device') rights.push(value)
  }
  return undefined
}

/** The flag of a word, its value, and how many words the two take: `--user=1000`, `--user 1000`, `-u1000`, `-itu 1000`. */
function flagAt(words: readonly string[], at: number) {
  const word = words[at] ?? ''
  const alone = { flag: word, value: undefined, size: 1 }
  const equals = word.indexOf('=')
  if (word.startsWith('--')) {
    if (equals > 0) return { flag: word.slice(0, equals), value: word.slice(equals + 1), size: 1 }
    return word === '--' || ALONE.has(word) ? alone : { flag: word, value: words[at + 1], size: 2 }
  }
  let letter = 1
  while (ALONE.has(`-${word.charAt(letter)}`)) letter++
  if (letter >= word.length) return alone
  const flag = `-${word.charAt(letter)}`
  const rest = word.slice(letter + 1)
  return rest === ''
    ? { flag, value: words[at + 1], size: 2 }
    : { flag, value: rest.replace(/^=/, ''), size: 1 }
}

/** `type=bind,source=/srv,target=/data,readonly`: https://docs.docker.com/engine/storage/bind-mounts/#options-for---mount */
function optionsOf(value: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    value.split(',').map((item) => {
      const [name = '', ...rest] = item.split('=')
      return [name, rest.join('=')]
    }),
  )
}
