import {
  cachesOfRoot,
  closedFiles,
  inHomeOfRoot,
  lineage,
  lowPortInSettings,
  programsOfRoot,
  type ClosedFile,
  usagesOf,
} from '../../../src/transform.ts'
import { place, type UserQuestion } from './user-question.ts'

/** Docker lets everybody open ports below 1024, containerd and Kubernetes do not (https://github.com/moby/moby/pull/41030). */
export function lowPort({ facts, input, behaviour }: UserQuestion): string | undefined {
  const because = "and ports below 1024 need root outside of Docker's own defaults"
  const exposed = facts.final.config.ExposedPorts.filter((port) => isLow(Number.parseInt(port, 10)))
  if (exposed.length > 0) {
    const from = lineage(facts.final)
      .flatMap(({ steps }) => steps)
      .findLast(({ instruction }) => instruction.keyword === 'EXPOSE')
    const who = from === undefined ? 'the base image' : place(from.instruction, input)
    return `${who} exposes ${exposed.map((port) => port.replace('/tcp', '')).join(' and ')}, ${because}`
  }
  const port = behaviour.ports.find(isLow)
  if (port !== undefined) return `the program listens on port ${port}, ${because}`
  const opening = usagesOf(facts).find(({ ports }) => ports.some(isLow))
  if (opening !== undefined)
    return `${opening.path}:${opening.line} opens port ${opening.ports.find(isLow)}, ${because}`
  const set = [
    `PORT=${facts.final.config.Env.get('PORT') ?? ''}`,
    ...usagesOf(facts).flatMap(({ settings }) =>
      [...settings].map(([name, value]) => `${name}=${value}`),
    ),
    ...(facts.start?.argv ?? []),
  ].find((text) => isLow(Number(/^(?:\w*PORT=|-?-?p(?:ort)?[= ]|[\w.]*:)(\d+)$/.exec(text)?.[1])))
  if (set !== undefined) return `${set} asks for a low port, ${because}`
  const named = lowPortInSettings(facts, behaviour)
  return named && `${named.path} names port ${named.port}, ${because}`
}

const isLow = (port: number) => port > 0 && port < 1024

/** /root is for root alone (mode 700); what a user with a home of its own takes along counts for nothing. */
export function homeOfRoot({ facts, input, user, installs }: UserQuestion): string | undefined {
  const fetched = facts.start?.processes.find((process) =>
    installs.installers.some(({ isOfRoot }) => isOfRoot?.(process, facts.final) === true),
  )
  if (fetched?.name !== undefined)
    return `${fetched.name} lies in the home folder of root, who has set it up, and would be downloaded at each start for another user`
  const found = inHomeOfRoot(facts, user.home === undefined ? [] : cachesOfRoot(facts.final))
  return found?.instruction === undefined
    ? found?.what
    : `${place(found.instruction, input)} ${found.what}`
}

/** Files that were made unreadable for others, and that no owner of a COPY can open alone. */
export function rightsOfFiles({ facts, input, behaviour }: UserQuestion): string | undefined {
  const isLeft = ({ opener }: ClosedFile) => opener === undefined
  const closed = closedFiles(facts).find(isLeft)
  if (closed !== undefined) return `${place(closed.instruction, input)} lets root alone read a file`
  const started = behaviour.programs.map(({ name }) => name)
  const held = programsOfRoot(facts, started).find(isLeft)
  return held && `${place(held.instruction, input)} lets root alone execute a program`
}
