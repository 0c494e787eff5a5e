import {
  baseName,
  folderOf,
  isLeftOutOfGit,
  isWithin,
  lineage,
  pathInContext,
  resolvePath,
  sourceMentions,
  splice,
  type Copy,
  type Instruction,
  type RunCommand,
  type StageFacts,
} from '../../../src/transform.ts'
import { isFetching, isPrivateKey, programOf, usersOfFile } from './fetching.ts'
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
  const users = usersOfFile(name)
  const unsettled = (why: string, isOfRunTime = false): Unsettled => ({
    ...{ name, found, why, isOfRunTime, place: 'file' },
  })
  if (target === undefined || word === undefined) return unsettled("where it goes can't be told")
  if (sourceMentions(facts.project)(namingOf(name)) && lineage(facts.final).includes(stage))
    return unsettled('a source of the project names it', true)
  const started = [...(facts.start?.processes ?? []), ...context.programs]
  if (
    lineage(facts.final).includes(stage) &&
    started.some((program) => users?.has(baseName(program.name ?? '')) && isPrivateKey(name))
  )
    return unsettled('a program that is started needs it', true)
  const below = runsBelow(copy, stage, facts.stages)
  const needs = (command: RunCommand, own: StageFacts) =>
    users?.has(programOf(command)) && isFetching(command, installs, own)
  const usesAgent = isPrivateKey(name) && !isNamedElsewhere(target, found, context)
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
  const hidden = bringersOf(file.source, facts).length > 0 ? [pathInContext(file.source)] : []
  const other = [...facts.project.neighbours()].find(({ text }) => text.includes(name))
  if (hidden.length > 0 && other !== undefined)
    return unsettled(`${other.path} copies it from the same folder`)
  return {
    ...{ name, grants, hidden, names: [], lines: [], found: [found], isGuess: false },
    isPublic: file.isThere && !isLeftOutOfGit(pathInContext(file.source), facts.project),
    handed: usesAgent
      ? { kind: 'ssh' }
      : { kind: 'file', id: idOf(name), path: pathInContext(file.source) },
    copies: [{ instruction: found, text: withoutWord(file, below, target) }],
  } satisfies Plan
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
      isPrivateKey(name) &&
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
