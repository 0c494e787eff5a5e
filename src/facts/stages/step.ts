import { assignmentsOf, expandWord } from '../../dockerfile/words/variables.ts'
import type { Dockerfile, Instruction, Stage } from '../../dockerfile/instruction.ts'
import type { BaseImage } from '../../knowledge/images/base-image.ts'
import { resolvePath } from '../image-path.ts'
import { timeline } from './timeline.ts'

/** Looks a variable up; undefined where it is not set or its value can't be known before the build. */
export type Lookup = (name: string) => string | undefined

/** One instruction of a stage in its place, with what is in force when the builder reaches it. */
export interface Step {
  readonly instruction: Instruction
  /** Position in the stage, 0 for the first after FROM. */
  readonly index: number
  /** Absolute; undefined where a variable in it is not known. */
  readonly workdir: string | undefined
  readonly user: string | undefined
  readonly shell: readonly string[] | undefined
  /** ENV and ARG defaults, as BuildKit looks them up: what was set last wins. */
  readonly variable: Lookup
  /** Whether an ENV, an ARG or the base image sets it, to a value that is known or not. */
  readonly isSet: (name: string) => boolean
  /** The same, as the maps that it looks in: ARGs before ENV. */
  readonly env: StageState['env']
  readonly args: StageState['args']
}

/** What is in force at one point of a stage. */
export interface StageState {
  readonly workdir: string | undefined
  readonly user: string | undefined
  readonly shell: readonly string[] | undefined
  /** A value that is undefined is set, but not known. */
  readonly env: ReadonlyMap<string, string | undefined>
  /** ARGs that no later ENV has set. */
  readonly args: ReadonlyMap<string, string | undefined>
}

/** The ARGs before the first FROM with their defaults (https://docs.docker.com/reference/dockerfile/#understand-how-arg-and-from-interact). */
export function globalArguments(dockerfile: Dockerfile): ReadonlyMap<string, string | undefined> {
  const args = new Map<string, string | undefined>()
  for (const instruction of dockerfile.globalArgs)
    for (const { name, raw } of assignmentsOf(instruction, dockerfile.escape))
      args.set(
        name,
        raw === undefined ? undefined : expandWord(raw, (n) => args.get(n), dockerfile.escape),
      )
  return args
}

export function stateOfBaseImage(base: BaseImage): StageState {
  return {
    workdir: base.config.WorkingDir === '' ? '/' : base.config.WorkingDir,
    user: base.config.User,
    shell: base.config.Shell,
    env: base.config.Env,
    args: new Map(),
  }
}

/** Every instruction of a stage with the state it meets, and the state at its end. A stage built from another has its ARGs too. */
export function walkStage(
  dockerfile: Dockerfile,
  stage: Stage,
  start: StageState,
  knowsBase: boolean,
): { readonly steps: readonly Step[]; readonly end: StageState } {
  const globals = globalArguments(dockerfile)
  const { escape } = dockerfile
  const env = timeline(start.env)
  const args = timeline(start.args)
  const lookupAt = (at: number) => (name: string) =>
    (args.get(at, name) ?? env.get(at, name))?.value
  let { workdir, user, shell } = start
  const steps = stage.instructions.map((instruction, index): Step => {
    const variable = lookupAt(index)
    const isSet = (name: string) => (args.get(index, name) ?? env.get(index, name)) !== undefined
    // What nobody sets is empty.
    const known = (name: string) => (isSet(name) || !knowsBase ? variable(name) : null)
    const step = {
      instruction,
      index,
      workdir,
      user,
      shell,
      variable,
      isSet,
      get env() {
        return env.all(index)
      },
      get args() {
        return args.all(index)
      },
    }
    const text = instruction.body.text.trim()
    switch (instruction.keyword) {
      case 'ENV':
        for (const { name, raw } of assignmentsOf(instruction, escape)) {
          env.set(index, name, raw === undefined ? undefined : expandWord(raw, known, escape))
          args.unset(index, name)
        }
        break
      case 'ARG': {
        // Each sees those before it in the same instruction.
        const own = lookupAt(index + 1)
        for (const { name, raw } of assignmentsOf(instruction, escape)) {
          if (raw !== undefined) args.set(index, name, expandWord(raw, own, escape))
          // Without a value it leaves what is set, where nobody gives one.
          else if (globals.get(name) !== undefined || own(name) === undefined)
            args.set(index, name, globals.get(name))
        }
        break
      }
      case 'WORKDIR': {
        const folder = expandWord(text, known, escape)
        workdir = folder === undefined ? undefined : resolvePath(workdir, folder)
        break
      }
      case 'USER':
        user = expandWord(text, variable, escape) ?? text
        break
      case 'SHELL':
        shell = instruction.exec
        break
      default:
    }
    return step
  })
  const length = stage.instructions.length
  return { steps, end: { workdir, user, shell, env: env.all(length), args: args.all(length) } }
}
