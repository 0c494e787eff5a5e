import {
  baseName,
  folderOf,
  isLeftOutOfGit,
  isWithin,
  lineage,
  resolvePath,
  sourceMentions,
  splice,
  type Copy,
  type Instruction,
  type RunCommand,
  type StageFacts,
} from '../../../src/transform.ts'
import { isFetching, managersOfNpm, programOf, usersOfGit, usersOfNetrc } from './fetching.ts'
import type { Grant } from './grant.ts'
import { idOf, secretMount, sshMount } from './mount.ts'
import type { Answer, Plan, PlanContext, Unsettled } from './plan.ts'
import type { RunOfStage } from './secret-variables.ts'
import { bringersOf, type SecretFile } from './secret-files.ts'
import { linksAbout, linkThatRemoves } from './links-about.ts'
import { namingOf } from './variable-readers.ts'

/** What is done about a file that is copied for the build alone: a mount where it stood, for each RUN that needs it. */
export function planFile(file: SecretFile, context: PlanContext): Answer {
  const { facts, installs } = context
  const { name, stage, copy, target, word } = file
  const found = copy.step.instruction
  const unsettled = (why: string, isOfRunTime = false): Unsettled => ({
    ...{ name, found, why, isOfRunTime, place: 'file' },
  })
  if (target === undefined || word === undefined) return unsettled('where it goes can’t be told')
  if (sourceMentions(facts.project)(namingOf(name)) && lineage(facts.final).includes(stage))
    return unsettled('a source of the project names it', true)
  const started = [...(facts.start?.processes ?? []), ...context.programs]
  if (
    lineage(facts.final).includes(stage) &&
    started.some((program) => usersOf(name).has(baseName(program.name ?? '')) && isKey(name))
  )
    return unsettled('a program that is started needs it', true)
  const below = runsBelow(copy, stage, facts.stages)
  const needs = (command: RunCommand, own: StageFacts) =>
    usersOf(name).has(programOf(command)) && isFetching(command, installs, own)
  const usesAgent = isKey(name) && !isNamedElsewhere(target, found, context)
  const grants: Grant[] = []
  for (const run of below) {
    const { step } = run
    const commands = run.stage.commands.filter((command) => command.step === step)
    const isUser = commands.some((command) => needs(command, run.stage))
    const dropped = [...linksAbout([], target, commands), ...linkThatRemoves(target, commands)]
    if (!isUser && dropped.length === 0) continue
    const mount = usesAgent
      ? sshMount(step, run.stage)
      : secretMount(idOf(name), step, run.stage, { target })
    grants.push({
      step,
      mount: isUser ? mount : undefined,
      ...(dropped.length === 0 ? {} : { dropped }),
    })
  }
  if (!grants.some(({ mount }) => mount !== undefined))
    return unsettled('no RUN is seen that reads it')
  const hidden = bringersOf(file.source, facts).length > 0 ? [relative(file.source)] : []
  const other = [...facts.project.neighbours()].find(({ text }) => text.includes(name))
  if (hidden.length > 0 && other !== undefined)
    return unsettled(`${other.path} copies it from the same folder`)
  return {
    ...{ name, grants, hidden, names: [], lines: [], found: [found], isGuess: false },
    isPublic: file.isThere && !isLeftOutOfGit(relative(file.source), facts.project),
    handed: usesAgent
      ? { kind: 'ssh' }
      : { kind: 'file', id: idOf(name), path: relative(file.source) },
    copies: [{ instruction: found, text: withoutWord(file, below, target) }],
  } satisfies Plan
}

const relative = (path: string) => (resolvePath('/', path) ?? '/').slice(1)

const isKey = (name: string) => name.startsWith('id_')

/** Programs that look into a file of that name. */
function usersOf(name: string): ReadonlySet<string> {
  if (isKey(name)) return usersOfGit
  switch (name) {
    case '.npmrc':
      return managersOfNpm
    case 'auth.json':
      return new Set(['composer'])
    case 'pip.conf':
    case '.pypirc':
      return new Set(['pip', 'pipenv', 'poetry', 'twine'])
    default:
      return usersOfNetrc
  }
}

/** The RUNs that have what a COPY of a stage brings. */
function runsBelow(
  copy: Copy,
  stage: StageFacts,
  stages: readonly StageFacts[],
): readonly RunOfStage[] {
  return stages
    .filter((other) => lineage(other).includes(stage))
    .flatMap((other) =>
      other.steps
        .filter(({ index }) => other !== stage || index > copy.step.index)
        .filter(({ instruction }) => instruction.keyword === 'RUN')
        .map((step) => ({ stage: other, step })),
    )
}

/** ssh finds a key of a usual name by itself, and another where it is told of it: `ssh -i /keys/id_rsa`. */
function isNamedElsewhere(target: string, found: Instruction, { facts }: PlanContext): boolean {
  return (
    baseName(folderOf(target)) !== '.ssh' ||
    facts.dockerfile.instructions.some(
      (instruction) =>
        instruction !== found && /IdentityFile|ssh\s+-i|ssh-add|GIT_SSH/.test(instruction.text),
    )
  )
}

/** The COPY without the file; undefined where nothing is left of it. What stands in its folder later needs the folder all the same. */
function withoutWord(
  { copy, word, name }: SecretFile,
  below: readonly RunOfStage[],
  target: string,
): string | undefined {
  const { text } = copy.step.instruction
  if (copy.sources.length > 1 && word !== undefined) {
    const gap = /^\s+/.exec(text.slice(word.end))?.[0] ?? ''
    return splice(text, [{ start: word.start, end: word.end + gap.length, text: '' }]).replace(
      /\r?\n$/,
      '',
    )
  }
  const folder = folderOf(target)
  const isNeeded = below.some(
    ({ stage, step }) =>
      isKey(name) &&
      stage.commands.some(
        (command) =>
          command.step === step &&
          command.redirects.some(
            ({ target: path }) =>
              path !== undefined && isWithin(resolvePath('/', path) ?? '/', folder),
          ),
      ),
  )
  return isNeeded ? `RUN mkdir -p -m 0700 ${folder}` : undefined
}
