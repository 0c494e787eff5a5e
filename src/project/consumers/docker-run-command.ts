import { shellOf } from '../../dockerfile/shell/shells.ts'
import { shellCommands } from './shell-commands.ts'

/** A `docker run` or `docker exec` in a script. */
export interface RunCommand {
  /** The image; for compose the service, and for `docker exec` the container. */
  readonly name: string
  readonly of: 'image' | 'service' | 'container'
  /** ENTRYPOINT and CMD as they are given; undefined where the image's own stay. `exec` asks neither. */
  readonly entrypoint: readonly string[] | undefined
  readonly command: readonly string[] | undefined
  /** What `docker run --name` calls the container. */
  readonly container: string | undefined
  /** 0-based, in the script. */
  readonly line: number
}

/** Flags of `run` and `exec` that stand without a value; every other one takes one. https://docs.docker.com/reference/cli/docker/container/run/ */
const ALONE = new Set(
  (
    '--detach -d --disable-content-trust --init --interactive -i --no-healthcheck --oom-kill-disable --privileged --publish-all -P --quiet -q ' +
    '--read-only --rm --sig-proxy --tty -t --use-api-socket -it -ti -dit --build --no-deps --service-ports --use-aliases -T --no-TTY --remove-orphans'
  ).split(' '),
)

/** Flags in front of the subcommand that take a value. https://docs.docker.com/reference/cli/docker/compose/ */
const WITH_VALUE = new Set(
  (
    '--config -c --context -H --host -l --log-level --tlscacert --tlscert --tlskey ' +
    '-f --file -p --project-name --profile --env-file --project-directory --ansi --parallel --progress'
  ).split(' '),
)

/** The `docker run`, `docker exec`, `docker compose run` and `docker compose exec` commands of a shell script, and podman's. */
export function findRunCommands(script: string): readonly RunCommand[] {
  return shellCommands(script).flatMap(({ words, line }): readonly RunCommand[] => {
    const start = words.findIndex((word) => /^(docker|podman|(docker|podman)-compose)$/.test(word))
    if (start < 0 || words[0] === 'echo' || words[0]?.startsWith('#') === true) return []
    const [first, ...rest] = withoutFlags(words.slice(start + 1))
    const isCompose = words[start]?.endsWith('-compose') === true || first === 'compose'
    const [verb, ...args] =
      first === 'compose' || first === 'container' ? withoutFlags(rest) : [first, ...rest]
    if (verb !== 'run' && verb !== 'exec') return []
    const read = readArguments(args.flatMap((word) => word ?? []))
    if (read === undefined) return []
    const { name, command, entrypoint, container } = read
    if (verb === 'run') {
      const given = entrypoint === undefined ? undefined : [entrypoint]
      const of = isCompose ? 'service' : 'image'
      return [{ name, of, entrypoint: given, command, container, line }]
    }
    const of = isCompose ? 'service' : 'container'
    return isLook(command)
      ? []
      : [{ name, of, entrypoint: command, command: undefined, container: undefined, line }]
  })
}

function withoutFlags(words: readonly string[]): readonly string[] {
  let at = 0
  while (words[at]?.startsWith('-') === true) at += WITH_VALUE.has(words[at] ?? '') ? 2 : 1
  return words.slice(at)
}

/** A bare shell, in which somebody looks around. */
const isLook = (command: readonly string[] | undefined): boolean =>
  command === undefined || (command.length === 1 && shellOf(command[0]) !== undefined)

function readArguments(words: readonly string[]) {
  let entrypoint: string | undefined
  let container: string | undefined
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? ''
    if (!word.startsWith('-')) {
      const command = words.slice(i + 1)
      return {
        name: word,
        entrypoint,
        container,
        command: command.length > 0 ? command : undefined,
      }
    }
    const [flag = '', ...inline] = word.split('=')
    if (ALONE.has(flag)) continue
    const value = inline.length > 0 ? inline.join('=') : words[(i += 1)]
    if (flag === '--entrypoint') entrypoint = value
    if (flag === '--name') container = value
  }
  return undefined
}
