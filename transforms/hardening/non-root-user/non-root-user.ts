import {
  demandsOf,
  isRoot,
  isWithin,
  readPackageCommand,
  type Edit,
  type Facts,
  type Instruction,
  type Rule,
  type Stays,
  usagesOf,
  volumeFolders,
} from '../../../src/transform.ts'
import { evidenceOf } from '../evidence.ts'
import { moveCaches, openFiles } from './give-copies.ts'
import { giveFolders, type Gift } from './give-folders.ts'
import { userOf, type ImageUser } from './image-user.ts'
import { startsAsRoot, whyRoot } from './staying-root.ts'
import { writtenFolders, type WrittenFolder } from './written-folders.ts'

/**
 *   FROM node:20-slim           FROM node:20-slim
 *   COPY . .               =>   COPY . .
 *   EXPOSE 3000                 USER node
 *                               EXPOSE 3000
 *
 * Only where it can be shown that the program needs no rights of root: by what its ecosystem found in the sources, and what starts it.
 */
export const nonRootUser: Rule = {
  name: 'non-root-user',
  title: 'A user without rights',
  about: {
    why: "A program that is broken into has the rights of its user, and root in a container is root of all that is mounted. The image's own user is taken where it can be shown that the program needs no rights of root, and the folders that it writes to are given to it.",
    risk: 'The program may not write where it did, or not listen on its port. Root stays where something speaks for it, and the reason is said.',
    example: {
      file: 'Dockerfile',
      before: 'EXPOSE 3000\nCMD ["node", "server.js"]\n',
      after: 'USER node\nEXPOSE 3000\nCMD ["node", "server.js"]\n',
    },
  },
  apply: (context) => {
    const { facts, input, installs } = context
    const { base, config } = facts.final
    const user = userOf(base, facts.project.preferences.user)
    if (!isRoot(config.User) || user === undefined) return undefined
    const { behaviour } = context
    if (behaviour === undefined) {
      const drops = startsAsRoot({ facts, installs })
      return drops === undefined ? undefined : stays(drops)
    }
    const folders = writtenFolders(facts, behaviour, user)
    const owned = 'why' in folders ? [] : folders.map(({ path }) => path)
    const why = whyRoot({ facts, input, behaviour, user, owned, installs })
    if (why !== undefined) return stays(why)
    if ('why' in folders) return stays(folders.why)
    const gift = giveFolders(folders, user, facts)
    if ('why' in gift) return stays(gift.why)
    const given = [...gift.edits, ...moveCaches(user, facts)]
    const assumption = assumptionOf(folders, facts)
    return {
      change: {
        rule: 'non-root-user',
        title: user.title,
        why: 'Whoever breaks into the program is not root then, neither in the container nor, without user namespaces, on the host.',
        ...(assumption === undefined ? { risk: 'safe' } : { risk: 'review', assumption }),
        evidence: [
          evidenceOf(facts.final.stage.from, input),
          ...behaviour.writes.map(({ evidence }) => evidence),
        ],
      },
      edits: [
        ...given,
        ...openFiles(user, behaviour, facts, given),
        ...createUser(user, facts),
        ...ownFolders(gift, folders, facts),
        insert(lastState(facts), `USER ${user.name}`),
      ],
      contract: ['User'],
    }
  },
}

const stays = (why: string): Stays => ({ stays: `No USER is added: ${why}.` })

const insert = (instruction: Instruction, text: string): Edit => ({
  kind: 'insert-after',
  instruction,
  text,
})

/** First in the stage, or below the OS packages that are installed first. */
function createUser({ create }: ImageUser, { final }: Facts): readonly Edit[] {
  if (create === undefined) return []
  let after = final.stage.from
  for (const step of final.steps) {
    if (/^(ARG|ENV|LABEL|MAINTAINER|SHELL)$/.test(step.instruction.keyword)) continue
    const commands = final.commands.filter((command) => command.step === step)
    const isInstall = commands.some(
      ({ name, args }) => readPackageCommand([name, ...args])?.action === 'install',
    )
    if (step.instruction.keyword !== 'RUN' || !isInstall) break
    after = step.instruction
  }
  return [insert(after, create)]
}

/** Below everything that makes files; folders that nothing else brings above a VOLUME of theirs: the classic builder forgets what happens to a volume later. */
function ownFolders(
  { lines, isMade }: Gift,
  folders: readonly WrittenFolder[],
  { final }: Facts,
): readonly Edit[] {
  const work = lastIndex(final.stage.instructions, makesFiles)
  const volume = final.stage.instructions.findIndex(
    ({ keyword, text }) => keyword === 'VOLUME' && folders.some(({ path }) => text.includes(path)),
  )
  const at = volume >= 0 && volume < work && isMade ? volume - 1 : work
  const after = final.stage.instructions[at] ?? final.stage.from
  return lines.map((line) => insert(after, line))
}

/** Where USER goes: below everything that needs root and the ENV and VOLUME that belong to it, above EXPOSE and the start command. */
function lastState({ final: { stage } }: Facts): Instruction {
  let at = lastIndex(stage.instructions, makesFiles)
  while (/^(ENV|ARG|VOLUME|LABEL)$/.test(stage.instructions[at + 1]?.keyword ?? '')) at++
  return stage.instructions[at] ?? stage.from
}

const makesFiles = ({ keyword }: Instruction) => /^(RUN|COPY|ADD|WORKDIR)$/.test(keyword)

function lastIndex(
  instructions: readonly Instruction[],
  is: (instruction: Instruction) => boolean,
): number {
  return instructions.findLastIndex(is)
}

function assumptionOf(folders: readonly WrittenFolder[], facts: Facts): string | undefined {
  const demands = demandsOf(facts).writes
  const mounted = [
    ...volumeFolders(facts.final.config),
    ...demands.filter(({ isVolume }) => isVolume).map(({ path }) => path),
  ]
  const parts: string[] = []
  const paths = folders.map(({ path }) => path)
  const touches = (path: string, other: string) => isWithin(path, other) || isWithin(other, path)
  const volumes = paths.filter((path) => mounted.some((volume) => touches(path, volume)))
  const asked = demands.find(({ path }) => paths.some((folder) => touches(path, folder)))
  const by = asked === undefined ? '' : ` (${asked.by})`
  if (volumes.length > 0)
    parts.push(
      `No volume that root owns is left from before at ${volumes.join(', ')}${by}: the new user could not write to it.`,
    )
  else if (paths.length > 0 && facts.project.preferences.statements.writes === undefined)
    parts.push(`The program writes to no other folder than ${paths.join(', ')}${by}.`)
  const other = usagesOf(facts).find(
    ({ command, entrypoint }) => command !== undefined || entrypoint !== undefined,
  )
  if (other !== undefined)
    parts.push(`What ${other.path}:${other.line} runs in this image does not need root either.`)
  return parts.length === 0 ? undefined : parts.join(' ')
}
