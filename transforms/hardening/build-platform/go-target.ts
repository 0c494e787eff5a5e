import {
  assignmentsOf,
  baseName,
  isGo,
  lineage,
  type Instruction,
  type RunCommand,
  type ShellCommand,
  type StageFacts,
} from '../../../src/transform.ts'

/** A piece of an instruction's text that gets another. */
export interface Span {
  readonly instruction: Instruction
  readonly start: number
  readonly end: number
  readonly text: string
}

/** How a `go build` is told what it compiles for. */
export type Target =
  /** The same for every platform: WebAssembly, programs for other systems, several of a release. */
  | { readonly kind: 'same' }
  | { readonly kind: 'spans'; readonly spans: readonly Span[] }
  | { readonly kind: 'unclear'; readonly why: string }

const variables = { GOOS: 'TARGETOS', GOARCH: 'TARGETARCH' } as const
type Name = keyof typeof variables

type Setting =
  | { readonly kind: 'none' }
  /** By BuildKit's own variable. */
  | { readonly kind: 'given' }
  | {
      readonly kind: 'fixed'
      readonly value: string
      readonly by: 'command' | 'env'
      readonly span: Omit<Span, 'text'>
    }
  | { readonly kind: 'unclear'; readonly why: string }

/** BuildKit's variables of the platform that the image is for. */
export const ofTarget = /\bTARGET(OS|ARCH|PLATFORM|VARIANT)\b/

/** What makes a `go build` compile for the image's platform. */
export function targetOf(command: RunCommand, stage: StageFacts): Target {
  const system = settingOf('GOOS', command, stage)
  const machine = settingOf('GOARCH', command, stage)
  if (system.kind === 'unclear') return system
  if (system.kind === 'fixed' && system.value !== 'linux') return { kind: 'same' }
  if (machine.kind === 'unclear') return machine
  if (machine.kind === 'fixed' && machine.by === 'command' && areSeveral(stage))
    return { kind: 'same' }
  const at = goWord(command)?.start
  if (at === undefined)
    return { kind: 'unclear', why: `line ${lineOf(command)} can't be given a variable` }
  if (machine.kind === 'fixed' && machine.by === 'env' && usesGoOtherwise(stage))
    return {
      kind: 'unclear',
      why: `line ${machine.span.instruction.line} sets GOARCH for other commands of Go, too`,
    }
  const isSystemFixed = system.kind === 'fixed'
  const isOfEnv = isSystemFixed && system.by === 'env'
  // What is Linux for all commands stays so, unless its line changes anyway.
  const isLeft = isOfEnv && !(machine.kind === 'fixed' && machine.by === 'env')
  const added = [
    ...(system.kind === 'none' ? ['GOOS=$TARGETOS '] : []),
    ...(machine.kind === 'none' ? ['GOARCH=$TARGETARCH '] : []),
  ].join('')
  return {
    kind: 'spans',
    spans: [
      ...(isSystemFixed && !isLeft ? [{ ...system.span, text: '$TARGETOS' }] : []),
      ...(machine.kind === 'fixed' ? [{ ...machine.span, text: '$TARGETARCH' }] : []),
      ...(added === ''
        ? []
        : [{ instruction: command.step.instruction, start: at, end: at, text: added }]),
    ],
  }
}

const lineOf = ({ step }: RunCommand) => step.instruction.line

function settingOf(name: Name, command: RunCommand, stage: StageFacts): Setting {
  const { source, step, exported } = command
  const { instruction } = step
  const line = instruction.line
  const own = source?.assignments.findLast((each) => each.name === name)?.value
  if (own !== undefined)
    return settingBy(own.raw, own.value, name, line, 'command', { instruction, ...place(own) })
  const prefix = `${name}=`
  const word = source?.words.find(({ raw }) => raw.startsWith(prefix))
  if (word !== undefined) {
    const start = word.start + prefix.length
    const value = word.value?.slice(prefix.length)
    const raw = word.raw.slice(prefix.length)
    return settingBy(raw, value, name, line, 'command', { instruction, start, end: word.end })
  }
  if (exported?.has(name) === true)
    return { kind: 'unclear', why: `line ${line} exports ${name} to several commands` }
  if (!step.isSet(name)) return { kind: 'none' }
  if (step.args.has(name)) return { kind: 'unclear', why: `${name} is an ARG` }
  for (const { stage: each } of lineage(stage))
    for (const env of each.instructions.toReversed()) {
      if (env.keyword !== 'ENV') continue
      const found = assignmentsOf(env).findLast((one) => one.name === name)
      if (found?.raw === undefined) continue
      const span = { instruction: env, start: found.end - found.raw.length, end: found.end }
      return settingBy(found.raw, found.value, name, env.line, 'env', span)
    }
  return { kind: 'unclear', why: `${name} is set by the image` }
}

const place = ({ start, end }: { readonly start: number; readonly end: number }) => ({ start, end })

function settingBy(
  raw: string,
  value: string | undefined,
  name: Name,
  line: number,
  by: 'command' | 'env',
  span: Omit<Span, 'text'>,
): Setting {
  if (raw.includes(variables[name])) return { kind: 'given' }
  return value === undefined
    ? { kind: 'unclear', why: `line ${line} sets ${name} to what is not known` }
    : { kind: 'fixed', value, by, span }
}

/** The word `go` of a command that the shell runs; undefined where it stands in a string, or is written in another way. */
function goWord({
  source,
  argv,
  args,
  step,
}: RunCommand): ShellCommand['words'][number] | undefined {
  if (step.instruction.form === 'exec') return undefined
  if (source === undefined || source.words.length !== argv.length) return undefined
  const word = source.words[argv.length - args.length - 1]
  return baseName(word?.raw ?? '') === 'go' ? word : undefined
}

/** Whether a stage compiles for several machines that it names. */
function areSeveral(stage: StageFacts): boolean {
  const named = stage.commands.flatMap((command) => {
    const setting = isGo(command, 'build') ? settingOf('GOARCH', command, stage) : undefined
    return setting?.kind === 'fixed' && setting.by === 'command' ? [setting.value] : []
  })
  return new Set(named).size > 1
}

/** Whether commands of Go run what they compile, or put it where another machine's goes elsewhere. */
const usesGoOtherwise = (stage: StageFacts): boolean =>
  lineage(stage).some(({ commands }) =>
    commands.some((command) => isGo(command, 'run', 'install', 'get', 'generate', 'test', 'tool')),
  )
