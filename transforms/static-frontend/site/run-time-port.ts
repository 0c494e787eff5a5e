import {
  commandOf,
  follow,
  isProcess,
  type Facts,
  type Process,
  type StageFacts,
} from '../../../src/transform.ts'
import { isUnrepeatable } from '../../javascript/tools/servers/serving.ts'
import { viewOf, viewWith, type StageView } from '../../javascript/stage-view.ts'
import { exposedPorts } from './exposed-ports.ts'
import { serverAmong, type StartServer, type Started } from './start-server.ts'

/** Finds the server that an image starts; undefined where it starts none, several, or one that does more than serve files. */
export function readStartServer(facts: Facts): StartServer | undefined {
  const view = viewOf(facts.final, facts)
  const server = serverByPort(facts, facts.final, view)
  return server && { ...server, view }
}

/** No server's own port. */
const other = '61873'

/** Files of platforms that set PORT when they start a container: https://devcenter.heroku.com/articles/container-registry-and-runtime, https://cloud.google.com/run/docs/container-contract#port, https://docs.railway.com/reference/variables, https://render.com/docs/environment-variables */
const platforms =
  /^(heroku\.yml|app\.json|Procfile|railway\.(json|toml)|render\.ya?ml|\.do\/app\.yaml)$/

/**
 * The server that an image starts, and whether PORT decides its port when the container starts: the start command is read again with another
 * PORT, and the port is that one. A tool that would read PORT counts where something sets it.
 */
function serverByPort(
  facts: Facts,
  stage: StageFacts,
  view: StageView,
  exposed: readonly number[] = exposedPorts(stage),
): (Started & { readonly takesPort: boolean }) | undefined {
  const plain = serverAmong(facts.start?.processes ?? [], view, stage)
  const read = (port: string) => {
    const there = viewWith(view, 'PORT', port)
    return serverAmong(processesWith(facts, there), there, stage)
  }
  const asked = plain === undefined ? undefined : read(other)
  if (plain === undefined || asked === undefined || portOf(asked) !== Number(other))
    return plain && { ...plain, takesPort: false }
  const names = ({ task }: Started) => task.args.join(' ')
  const isMeant =
    names(plain) !== names(asked) ||
    ('by' in asked.serving && asked.serving.by === 'program') ||
    view.variables.has('PORT') ||
    facts.project
      .usages()
      .some(
        ({ environment, envFiles }) =>
          environment.includes('PORT') || envFiles.some(({ names: all }) => all?.includes('PORT')),
      ) ||
    facts.project.files().some((path) => platforms.test(path))
  if (!isMeant || portOf(plain) !== undefined) return { ...plain, takesPort: isMeant }
  // `-l ${PORT:-3000}`, or `-l $PORT` where EXPOSE says what it stands for.
  const [only, ...more] = exposed
  const fallback = portOf(read('')) ?? (more.length === 0 ? only : undefined)
  const served = fallback === undefined ? undefined : read(String(fallback))
  return served === undefined ? { ...plain, takesPort: false } : { ...served, takesPort: true }
}

function processesWith(facts: Facts, view: StageView): readonly Process[] {
  const { start, final } = facts
  const command = commandOf(start?.argv ?? [], final.end.workdir)
  const via = start?.processes[0]?.via.slice(0, 1) ?? []
  return follow(command, view.place, view.launchers, { via }).found.filter(isProcess)
}

const portOf = (started: Started | undefined): number | undefined =>
  started === undefined || isUnrepeatable(started.serving) ? undefined : started.serving.port
