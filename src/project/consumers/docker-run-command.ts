import { shellCommands } from './shell-commands.ts'

/** A `docker run` in a script. */
export interface RunCommand {
  /** The image, or for compose the service. */
  readonly name: string
  readonly isService: boolean
  readonly entrypoint: string | undefined
  /** What is run instead of the image's CMD; undefined where nothing is. */
  readonly command: readonly string[] | undefined
}

/** Flags of `docker run` and `docker compose run` that stand without a value; every other one takes one. https://docs.docker.com/reference/cli/docker/container/run/ */
const ALONE = new Set(
  (
    '--detach -d --disable-content-trust --init --interactive -i --no-healthcheck --oom-kill-disable --privileged --publish-all -P --quiet -q ' +
    '--read-only --rm --sig-proxy --tty -t --use-api-socket -it -ti -dit --build --no-deps --service-ports --use-aliases -T --no-TTY --remove-orphans'
  ).split(' '),
)

/** The `docker run`, `podman run`, `docker compose run` and `docker-compose run` commands of a shell script. */
export function findRunCommands(script: string): readonly RunCommand[] {
  return shellCommands(script).flatMap(({ words }) => {
    const start = words.findIndex((word) => /^(docker|podman|docker-compose)$/.test(word))
    if (start < 0 || words[0] === 'echo' || words[0]?.startsWith('#') === true) return []
    const isCompose = words[start] === 'docker-compose' || words[start + 1] === 'compose'
    const at = words.indexOf('run', start)
    const isRun = isCompose ? at >= 0 : at === start + 1 || words[start + 1] === 'container'
    return isRun && at >= 0 ? (readRun(words.slice(at + 1), isCompose) ?? []) : []
  })
}

function readRun(words: readonly string[], isService: boolean): RunCommand | undefined {
  let entrypoint: string | undefined
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? ''
    if (!word.startsWith('-')) {
      const command = words.slice(i + 1)
      return {
        name: word,
        isService,
        entrypoint,
        command: command.length > 0 ? command : undefined,
      }
    }
    const [flag = '', ...inline] = word.split('=')
    if (ALONE.has(flag)) continue
    const value = inline.length > 0 ? inline.join('=') : words[(i += 1)]
    if (flag === '--entrypoint') entrypoint = value
  }
  return undefined
}
