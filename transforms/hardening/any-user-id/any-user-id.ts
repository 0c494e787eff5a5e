import {
  isRoot,
  isWithin,
  parseRun,
  pathFrom,
  resolvePath,
  type Edit,
  type Facts,
  type Rule,
  type RunCommand,
  type Stays,
  type Step,
} from '../../../src/transform.ts'
import { evidenceOf } from '../evidence.ts'
import { writtenFolders, type WrittenFolder } from '../non-root-user/written-folders.ts'

/** Whoever OpenShift starts the container as: a number that passwd does not have, in root's group, without a home folder. */
const anybody = { name: '0', owner: '0:0', create: undefined, home: undefined, title: '' }

/**
 *   RUN mkdir -p data && chown node:node data   =>   RUN mkdir -p data && chown node:node data && chgrp -R 0 data && chmod -R g=u data
 *
 * The folders that the program writes to, as https://docs.redhat.com/en/documentation/openshift_container_platform/4.17/html/images/creating-images
 * ("Support arbitrary user ids") has it.
 */
export const anyUserId: Rule = {
  name: 'any-user-id',
  title: 'Written folders for a user of any id',
  isOptional: true,
  about: {
    why: "OpenShift starts a container as a user of any id, whatever USER says, who is in root's group alone. What the program writes to has to belong to that group, with the rights that its user has.",
    risk: 'The program writes to a folder that is not seen, or asks for the name of its user, which has none. What it writes is looked for in its sources; where that leaves a doubt, nothing is done, and the reason is said.',
    example: {
      file: 'Dockerfile',
      before: 'RUN mkdir -p data && chown node:node data\nUSER node\n',
      after:
        'RUN mkdir -p data && chown node:node data && chgrp -R 0 data && chmod -R g=u data\nUSER node\n',
    },
  },
  apply: ({ facts, input, behaviour }) => {
    if (behaviour === undefined) return undefined
    if (behaviour.writesElsewhere !== undefined) return stays(behaviour.writesElsewhere)
    const folders = writtenFolders(facts, behaviour, anybody)
    if ('why' in folders) return stays(folders.why)
    const { commands } = facts.final
    const open = folders.filter(
      ({ path }) =>
        ![givesGroup, givesRights].every((gives) => commands.some((c) => gives(c, path))),
    )
    if (open.length === 0) return undefined
    const edit = editFor(open, facts)
    if ('stays' in edit) return edit
    return {
      change: {
        rule: 'any-user-id',
        title: `Let a user of any id write to ${open.map(({ path }) => path).join(', ')}`,
        why: "OpenShift starts the container as a user of any id, who is in root's group.",
        risk: 'review',
        assumption: `The program writes to no other folder than ${open.map(({ path }) => path).join(', ')}.`,
        evidence: [
          evidenceOf(facts.final.stage.from, input),
          ...behaviour.writes.map(({ evidence }) => evidence),
        ],
      },
      edits: [edit],
    }
  },
}

const stays = (why: string): Stays => ({
  stays: `No folder is opened for a user of any id: ${why}.`,
})

/** Whether a command gives a folder to root's group already. */
function givesGroup(command: RunCommand, folder: string): boolean {
  const [owner] = plainWords(command)
  const isGroup =
    (command.name === 'chgrp' && /^(0|root)$/.test(owner ?? '')) ||
    (command.name === 'chown' && /:(0|root)$/.test(owner ?? ''))
  return isGroup && isAbout(command, folder)
}

/** Whether a command lets the group write to a folder already: `chmod -R g=u`, `g+rwX`, `ug+w`, `775`. */
function givesRights(command: RunCommand, folder: string): boolean {
  const [mode = ''] = plainWords(command)
  const isOpen = mode
    .split(',')
    .some(
      (part) =>
        /^[uo]*[ga][ugoa]*[=+](u|[rxX]*w[rwxX]*)$/.test(part) || /^\d?\d[2367]\d$/.test(part),
    )
  return command.name === 'chmod' && isOpen && isAbout(command, folder)
}

const plainWords = ({ args }: RunCommand) => args.filter((arg) => arg?.startsWith('-') !== true)

/** Whether a command names a folder, or one around it, behind its first word. */
const isAbout = (command: RunCommand, folder: string) =>
  plainWords(command)
    .slice(1)
    .some((arg) => {
      const path = arg === undefined ? undefined : resolvePath(command.cwd, arg)
      return path !== undefined && isWithin(folder, path)
    })

/** Behind the command that gives the folders away, else a line of its own below all that makes files. */
function editFor(folders: readonly WrittenFolder[], facts: Facts): Edit | Stays {
  const { final } = facts
  const [first] = folders
  if (final.base.hasShell !== true)
    return stays(`the image has no shell that could open ${first?.path ?? 'them'}`)
  const at = final.steps.findLastIndex(({ instruction }) =>
    /^(RUN|COPY|ADD|WORKDIR)$/.test(instruction.keyword),
  )
  const step = final.steps[at]
  if (step === undefined || !isRoot(step.user))
    return stays('they are filled below USER, where only root could open them')
  if (final.steps.slice(0, at).some(({ instruction }) => instruction.keyword === 'VOLUME'))
    return stays('a VOLUME stands above the lines that make them')
  const open = commandFor(folders, facts)
  const owned = isGift(step, folders, facts)
  const { instruction } = step
  if (owned)
    return {
      kind: 'replace',
      instruction,
      text: `${instruction.text.trimEnd()} && ${open}`,
    }
  const made = folders
    .filter(({ holdsProgram }) => !holdsProgram)
    .map((each) => near(each.path, facts))
  const make = made.length === 0 ? '' : `mkdir -p ${made.join(' ')} && `
  return { kind: 'insert-after', instruction, text: `RUN ${make}${open}` }
}

/** What opens them: of one that holds the program, the folder itself and the files that are written. */
function commandFor(folders: readonly WrittenFolder[], facts: Facts): string {
  const names = (some: readonly WrittenFolder[]) =>
    some.flatMap(({ path, files, holdsProgram }) =>
      [path, ...(holdsProgram ? files : [])].map((each) => near(each, facts)),
    )
  const parts = [
    { flag: '', list: names(folders.filter(({ holdsProgram }) => holdsProgram)) },
    { flag: '-R ', list: names(folders.filter(({ holdsProgram }) => !holdsProgram)) },
  ]
  return parts
    .filter(({ list }) => list.length > 0)
    .map(
      ({ flag, list }) => `chgrp ${flag}0 ${list.join(' ')} && chmod ${flag}g=u ${list.join(' ')}`,
    )
    .join(' && ')
}

/** A RUN on one line whose last command gives these folders to somebody. */
function isGift(
  { instruction, ...step }: Step,
  folders: readonly WrittenFolder[],
  { final }: Facts,
) {
  if (instruction.keyword !== 'RUN' || instruction.text.trimEnd().includes('\n')) return false
  const own = final.commands.filter((command) => command.step.instruction === instruction)
  const last = own.at(-1)
  const links = parseRun(instruction)?.links ?? []
  const isChain = links.every(({ kind, operator }) => kind === 'simple' && operator !== '||')
  const paths = (last?.args ?? []).flatMap((arg) =>
    arg === undefined ? [] : (resolvePath(last?.cwd ?? step.workdir, arg) ?? []),
  )
  return last?.name === 'chown' && isChain && folders.every(({ path }) => paths.includes(path))
}

/** As an author would write it: below the working directory relative to it, else absolute. */
function near(path: string, { final }: Facts): string {
  const { workdir } = final.end
  return workdir === path ? path : pathFrom(workdir, path).replace(/^\.\/(?=.)/, '')
}
