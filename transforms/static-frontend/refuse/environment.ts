import {
  commandsOfScript,
  isWithin,
  parseScript,
  refuse,
  refuseMounted,
  refuseOverride,
  type Command,
  type Refusal,
} from '../../../src/transform.ts'
import { touches } from '../site/site-build.ts'
import type { Site } from '../app.ts'

/** What compose files and the health check ask of the container, and nginx could not do. */
export function refuseEnvironment(site: Site): Refusal | undefined {
  return refuseCompose(site) ?? refuseHealthcheck(site)
}

function refuseCompose({ facts, folder, serving, server }: Site): Refusal | undefined {
  const isApplication = (target: string) =>
    touches(target, folder) || touches(target, serving.cwd ?? folder)
  const override = facts.overrides.find(({ isCheck }) => !isCheck)
  if (override !== undefined) return refuseOverride(override, isApplication)
  const mounted = refuseMounted(facts, isApplication, 'a web server would not read what is there')
  if (mounted !== undefined) return mounted
  for (const { path, line, kind, mounts, user, isReadOnly, tmpfs } of facts.project.usages()) {
    const words = kind === 'kubernetes' ? ofKubernetes : ofCompose
    const targets = mounts.map(({ target }) => target)
    const volume = targets.find((target) => touches(target, folder))
    if (volume !== undefined)
      return refuse(
        'compose-mounts-source',
        `${path}:${line} mounts a volume over ${volume}, where the site is: whoever shares it would find nothing there. Serve the site from the image alone, or keep this file.`,
      )
    if (user !== undefined && (!/^\d+(:\d+)?$/.test(user) || serving.port < 1024))
      return refuse(
        'compose-overrides-start',
        `${path}:${line} runs the container as the user ${user}, whom an image of nginx does not know. Leave \`${words.user}\` out.`,
      )
    // nginx's pid and buffers: https://github.com/nginx/docker-nginx-unprivileged#common-issues
    const places = serving.port < 1024 ? ['/var/cache/nginx', '/run'] : ['/tmp']
    const lacking = [...places, ...(server.takesPort ? ['/etc/nginx/conf.d'] : [])].find(
      (place) => ![...tmpfs, ...targets].some((given) => isWithin(place, given)),
    )
    if (isReadOnly && lacking !== undefined)
      return refuse(
        'compose-overrides-start',
        `${path}:${line} runs the container read-only (${words.readOnly}) without ${words.empty} at ${lacking}, where nginx writes. Add that.`,
      )
    if (user !== undefined && server.takesPort)
      return refuse(
        'compose-overrides-start',
        `${path}:${line} runs the container as the user ${user}, who can't write nginx's configuration; PORT stands there when the container starts. Leave \`${words.user}\` out.`,
      )
  }
  return undefined
}

const ofCompose = { user: 'user', readOnly: 'read_only', empty: 'a tmpfs' }
const ofKubernetes = {
  user: 'runAsUser',
  readOnly: 'readOnlyRootFilesystem',
  empty: 'an emptyDir',
}

/** Checks by curl or wget of the port that stays; of the file, or of a compose service. */
function refuseHealthcheck({ facts, serving }: Site): Refusal | undefined {
  const { health, project } = facts
  const own =
    health?.instruction === undefined
      ? []
      : [
          {
            where: `line ${health.instruction.line}`,
            line: health.instruction.line,
            commands: health.openEnds.length > 0 ? undefined : health.processes,
          },
        ]
  const others = project
    .usages()
    .flatMap(({ path, line, healthcheck }) =>
      healthcheck === undefined
        ? []
        : [{ where: `${path}:${line}`, line: undefined, commands: checkOf(healthcheck) }],
    )
  for (const { where, line, commands } of [...own, ...others]) {
    const why =
      problemOf(commands, serving.port) ??
      (line === undefined && asksLocalhost(commands) ? askAddress : undefined)
    if (why !== undefined)
      return refuse('health-check-needs-node', `The health check of ${where} ${why}`, line)
  }
  return undefined
}

/** busybox's wget takes the first address of a name, which may be the one of IPv6, and asks no other; nginx listens on IPv4. */
export const asksLocalhost = (commands: readonly Command[] | undefined): boolean =>
  commands?.some(
    ({ name, argv }) => name === 'wget' && argv.some((word) => /\/\/localhost\b/.test(word ?? '')),
  ) === true

const askAddress =
  'asks `localhost` by wget, which may try IPv6 alone, where nginx does not listen. Ask 127.0.0.1.'

/** https://docs.docker.com/reference/compose-file/services/#healthcheck */
function checkOf(test: readonly string[] | string): readonly Command[] | undefined {
  const [kind, ...words] = typeof test === 'string' ? ['CMD-SHELL', test] : test
  if (kind === 'NONE') return []
  const text = kind === 'CMD' ? words.map((word) => `'${word}'`).join(' ') : words.join(' ')
  const script = parseScript(text)
  return script === undefined ? undefined : commandsOfScript(script, '/', () => undefined)
}

/** Why a check does not work beside nginx, as the end of a sentence. */
function problemOf(commands: readonly Command[] | undefined, port: number): string | undefined {
  const foreign = commands?.find(({ name }) => name === undefined || !checkers.test(name))
  if (commands === undefined || foreign !== undefined)
    return `runs ${foreign?.name ?? "a program that can't be read"}, which an image of nginx does not have. Ask with curl or wget.`
  const asked = commands.flatMap(({ argv }) =>
    argv.flatMap((word) => {
      const found = /\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::(\d+))?/.exec(word ?? '')
      return found === null ? [] : [Number(found[1] ?? 80)]
    }),
  )
  return asked.some((other) => other !== port)
    ? `asks another port than the ${port} that the site is served on.`
    : undefined
}

const checkers = /^((\/bin\/)?sh|curl|wget|exit|test|\[|true|false|echo|nc|grep)$/
