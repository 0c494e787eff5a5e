/** What BuildKit finds out about stages before it builds: https://github.com/moby/buildkit/blob/v0.23.2/frontend/dockerfile/dockerfile2llb/convert.go */
import { checkImageName } from './check-image-name.ts'
import { checkValues, expandKnown } from './check-values.ts'
import type { Dockerfile, Instruction, Stage } from '../instruction.ts'
import type { Lookup } from '../words/lex-state.ts'
import { mountFields } from './mount-fields.ts'
import { checkPlatform, withPlatforms } from './check-platform.ts'
import { SyntaxFault } from '../syntax-fault.ts'
import { assignmentsOf } from '../words/variables.ts'

/** What a COPY --from or a mount takes from: a stage, or an image of that name. */
interface Source {
  readonly instruction: Instruction
  readonly name: string
  readonly stage: number | undefined
}

const platformArgs = /^(BUILD|TARGET)(PLATFORM|OS|OSVERSION|ARCH|VARIANT)$|^TARGETSTAGE$/

/**
 * Fails where a build would fail before its first step: base images and stages that can't be, words that can't be
 * expanded. What depends on a build argument without default is let pass.
 * @throws SyntaxFault
 */
export function checkStages(
  dockerfile: Pick<Dockerfile, 'globalArgs' | 'stages' | 'escape'>,
): void {
  const { stages, escape } = dockerfile
  const lookup = globalLookup(dockerfile)
  const bases = stages.map((stage) =>
    within(stage.from, () => baseOf(stage, stages, lookup, escape)),
  )
  const names = new Map(stages.map(({ name, index }) => [name, index]))
  names.delete(undefined)
  const sources = stages.map((stage) => sourcesOf(stage, stages, names))
  checkCircles(stages, sources)
  const reachable = reachableStages(stages.length - 1, bases, sources)
  const variablesOf = new Map<number | undefined, ReadonlyMap<string, string | undefined>>()
  for (const stage of stages) {
    if (!reachable.has(stage.index)) continue
    for (const { instruction, name, stage: source } of sources[stage.index] ?? []) {
      if (source === undefined || source < stage.index) continue
      fail(instruction, `The stage ${name} is used before it is defined`)
    }
    const variables = new Map(variablesOf.get(bases[stage.index]))
    variablesOf.set(stage.index, variables)
    for (const instruction of stage.instructions) {
      within(instruction, () => {
        checkValues(instruction, (name) => variables.get(name), escape)
        setVariables(variables, instruction, escape)
      })
    }
  }
}

function within<T>(instruction: Instruction, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof SyntaxFault) error.line ??= instruction.line
    throw error
  }
}

function fail(instruction: Instruction, reason: string): never {
  throw new SyntaxFault(reason, 'invalid-dockerfile', instruction.line)
}

/** What ENV and the defaults of ARG set; of what the base image brings nothing is known. */
function setVariables(
  variables: Map<string, string | undefined>,
  instruction: Instruction,
  escape: string,
): void {
  if (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG') return
  // All of one instruction are expanded before the first is set.
  const set = assignmentsOf(instruction, escape).map(({ name, raw }) => {
    const value =
      raw === undefined ? undefined : expandKnown(raw, (asked) => variables.get(asked), escape)
    return [name, value] as const
  })
  for (const [name, value] of set) variables.set(name, value)
}

/** ARGs before the first FROM; one without a default is not known, one that is not declared is empty. */
function globalLookup({ globalArgs, escape }: Pick<Dockerfile, 'globalArgs' | 'escape'>): Lookup {
  const values = new Map<string, string | undefined>()
  const lookup: Lookup = (name) =>
    values.has(name) ? values.get(name) : platformArgs.test(name) ? undefined : null
  for (const instruction of globalArgs) {
    for (const { name, raw } of assignmentsOf(instruction, escape)) {
      const value =
        raw === undefined
          ? values.get(name)
          : within(instruction, () => expandKnown(raw, lookup, escape))
      values.set(name, value)
    }
  }
  return lookup
}

/** The index of the stage that a stage builds on; undefined for an image. */
function baseOf(
  stage: Stage,
  stages: readonly Stage[],
  lookup: Lookup,
  escape: string,
): number | undefined {
  const base = expandKnown(stage.base, lookup, escape)
  if (base === '') throw new SyntaxFault(`The base image ${stage.base} is empty`)
  if (stage.platform !== undefined && stage.platform !== '') {
    const platform = expandKnown(stage.platform, withPlatforms(lookup), escape)
    if (platform !== undefined) checkPlatform(platform)
  }
  // As it is written: BuildKit compares with the lower-cased name here, but does not lower the base.
  const index = stages.slice(0, stage.index).findLastIndex(({ name }) => name === base)
  if (index >= 0) return index
  if (base !== undefined && base !== 'scratch') checkImageName(base)
  return undefined
}

function sourcesOf(
  stage: Stage,
  stages: readonly Stage[],
  names: ReadonlyMap<string | undefined, number>,
): readonly Source[] {
  return stage.instructions.flatMap((instruction) =>
    sourceNames(instruction).map((name): Source => {
      if (instruction.keyword === 'COPY' && /^[+-]?\d+$/.test(name)) {
        const index = Number(name)
        if (index >= 0 && index < stages.length) return { instruction, name, stage: index }
        fail(instruction, `There is no stage ${name}`)
      }
      const index = names.get(name.toLowerCase())
      if (index === undefined && name !== 'scratch') {
        within(instruction, () => {
          checkImageName(name)
        })
      }
      return { instruction, name, stage: index }
    }),
  )
}

function sourceNames({ keyword, flags }: Instruction): readonly string[] {
  if (keyword === 'COPY') {
    const from = flags.find(({ name }) => name === 'from')?.value ?? ''
    return from === '' ? [] : [from]
  }
  if (keyword !== 'RUN') return []
  return flags
    .filter(({ name }) => name === 'mount')
    .flatMap(({ value = '' }) => mountFields(value))
    .flatMap((field) => /^from=(.+)$/is.exec(field)?.[1] ?? [])
}

function checkCircles(stages: readonly Stage[], sources: readonly (readonly Source[])[]): void {
  // A stage that comes later is found here only if it leads back; else the use before its definition is reported.
  const state = new Map<number, 'open' | 'done'>()
  for (const { index } of stages) {
    const stack: { readonly stage: number; next: number }[] = []
    const enter = (stage: number): void => {
      state.set(stage, 'open')
      stack.push({ stage, next: 0 })
    }
    if (!state.has(index)) enter(index)
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const source = sources[top.stage]?.[top.next++]
      if (source === undefined) {
        state.set(top.stage, 'done')
        stack.pop()
      } else if (source.stage !== undefined && state.get(source.stage) === 'open') {
        fail(source.instruction, `The stage ${source.name} depends on itself`)
      } else if (source.stage !== undefined && !state.has(source.stage)) {
        enter(source.stage)
      }
    }
  }
}

function reachableStages(
  target: number,
  bases: readonly (number | undefined)[],
  sources: readonly (readonly Source[])[],
): ReadonlySet<number> {
  const reachable = new Set<number>()
  const waiting = [target]
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (reachable.has(index)) continue
    reachable.add(index)
    const next = [bases[index], ...(sources[index] ?? []).map(({ stage }) => stage)]
    waiting.push(...next.filter((stage) => stage !== undefined))
  }
  return reachable
}
