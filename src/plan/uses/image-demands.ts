import type { Facts } from '../../facts/facts.ts'
import { isInHomeOfRoot } from '../../facts/stages/home-of-root.ts'
import { isTransient } from '../../facts/image-path.ts'
import { linkToRoot } from '../../facts/stages/links.ts'
import type { Usage } from '../../project/project.ts'
import { pathsInSettings } from './setting-paths.ts'

export { lowPortInSettings } from './settings-port.ts'

/** What those who run the image ask of its user. */
export interface ImageDemands {
  /** Folders that are kept from one container to the next, and paths that variables name for what the program writes. */
  readonly writes: readonly {
    readonly path: string
    /** 'compose.yaml:4 keeps it', as the end of a sentence. */
    readonly by: string
    readonly isVolume: boolean
  }[]
  /** Why the user has to be root, as the end of a sentence; undefined where nobody asks for that. */
  readonly needsRoot: string | undefined
}

/** The ways in which the last stage is run by files beside the Dockerfile. */
export function usagesOf({ project, final }: Pick<Facts, 'project' | 'final'>): readonly Usage[] {
  return project
    .usages()
    .filter(({ target }) => target === undefined || target.toLowerCase() === final.stage.name)
}

/** Asks all that runs the image, and the links to programs that lie where only root may look. */
export function demandsOf(facts: Facts): ImageDemands {
  const usages = usagesOf(facts)
  const writes = usages.flatMap((usage) => [
    ...volumesOf(usage).map((path) => ({
      path,
      by: `${whereOf(usage)} keeps it`,
      isVolume: true,
    })),
    ...pathsInSettings(usage, facts).map(({ path, name }) => ({
      path,
      by: `${whereOf(usage)} names it as ${name}`,
      isVolume: false,
    })),
  ])
  const lasting = writes.filter(({ path }) => !isTransient(path))
  return {
    writes: [...new Map(lasting.toReversed().map((item) => [item.path, item])).values()].reverse(),
    needsRoot: [...usages.map((usage) => whyRoot(usage, facts)), linkToRoot(facts)].find(
      (why) => why !== undefined,
    ),
  }
}

const whereOf = ({ path, line }: Usage) => `${path}:${line}`

/** Volumes. A new one takes its owner from the image; packages in one are no data. */
const volumesOf = ({ mounts }: Usage) =>
  mounts.flatMap(({ from, target }) =>
    from === 'volume' && !/\/(node_modules|vendor)$/.test(target) ? [target] : [],
  )

/** Files of the host that everybody may read. */
const isForAll =
  /^\/(etc\/(localtime|timezone|hosts|resolv\.conf|passwd|group|ssl\/certs(\/.*)?|pki\/.*)|usr\/share\/.*|proc|sys)$/

function whyRoot(usage: Usage, { project, contextPath }: Facts): string | undefined {
  const { user, mounts, rights, syncs, carriesOut } = usage
  const where = whereOf(usage)
  if (carriesOut !== undefined) return `${where} carries out \`${carriesOut}\` as its user`
  if (user !== undefined) return `${where} sets the user`
  const socket = mounts.find(
    ({ source, target }) => /\.sock$/.test(source) || /\.sock$/.test(target),
  )
  if (socket !== undefined)
    return `${where} mounts ${socket.target}, which belongs to root and its group`
  const [right] = rights
  if (right !== undefined) return `${where} asks for ${right}, which is of use to root alone`
  const [synced] = syncs
  if (synced !== undefined)
    return `${where} copies changed files to ${synced}, as the user of the container`
  const ofHost = mounts.find(
    ({ from, source, target }) =>
      from === 'host' && !isTransient(target) && !isForAll.test(source) && !isForAll.test(target),
  )
  if (ofHost !== undefined)
    return `${where} mounts ${ofHost.source} at ${ofHost.target}, which may belong to root`
  const inHome = mounts.find(({ target }) => isInHomeOfRoot(target))
  if (inHome !== undefined)
    return `${where} mounts ${inHome.target}, in a folder that only root may enter`
  // https://docs.docker.com/engine/storage/bind-mounts/#differences-between--v-and---mount-behavior
  const made = mounts.find(
    ({ from, source, target }) =>
      from === 'project' &&
      source !== '' &&
      !source.startsWith('../') &&
      !project.isFile(source) &&
      !project.isFolder(source) &&
      !/\/(node_modules|vendor)$|\.\w+$/.test(target) &&
      contextPath(target) === undefined,
  )
  return made === undefined
    ? undefined
    : `${where} mounts ./${made.source} at ${made.target}, which Docker makes for root where it is not there`
}
