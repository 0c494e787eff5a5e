import { assignmentsOf, expandWord } from '../dockerfile/variables.ts'
import type { Instruction } from '../dockerfile/instruction.ts'
import { readHealthcheck } from './healthcheck.ts'
import { resolvePath } from './image-path.ts'
import type { ImageConfig } from './image-config.ts'
import type { Lookup, Step } from './step.ts'

/**
 * The image config that a stage ends with, from its parent's and its own instructions, as BuildKit's converter makes it
 * (frontend/dockerfile/dockerfile2llb/convert.go). A value that can't be known stays as it is written.
 */
export function evaluateConfig(
  parent: ImageConfig,
  steps: readonly Step[],
  escape: '\\' | '`',
): ImageConfig {
  let config = parent
  let entrypointHere = false
  let cmdHere = false
  for (const step of steps) {
    const { instruction } = step
    // The shell form of CMD and ENTRYPOINT takes the SHELL that is in force; only one that the Dockerfile sets is in the config.
    config = applyInstruction(config, step, escape)
    if (instruction.keyword === 'CMD') cmdHere = true
    if (instruction.keyword === 'ENTRYPOINT') {
      entrypointHere = true
      // https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact
      if (!cmdHere) config = { ...config, Cmd: undefined }
    }
  }
  return entrypointHere && !cmdHere ? { ...config, Cmd: undefined } : config
}

function applyInstruction(config: ImageConfig, step: Step, escape: '\\' | '`'): ImageConfig {
  const { instruction, variable } = step
  const expand = (raw: string) => expandWord(raw, variable, escape) ?? raw
  const words = () => instruction.words.map((word) => expand(word.raw))
  switch (instruction.keyword) {
    case 'ENV':
      return { ...config, Env: withAssignments(config.Env, instruction, variable, escape) }
    case 'LABEL':
      return { ...config, Labels: withAssignments(config.Labels, instruction, variable, escape) }
    case 'USER':
      return { ...config, User: expand(instruction.body.text.trim()) }
    case 'WORKDIR':
      return {
        ...config,
        WorkingDir:
          resolvePath(config.WorkingDir || '/', expand(instruction.body.text.trim())) ?? '/',
      }
    case 'EXPOSE':
      return { ...config, ExposedPorts: union(config.ExposedPorts, words().flatMap(portsOf)) }
    case 'VOLUME':
      return { ...config, Volumes: union(config.Volumes, instruction.exec?.map(expand) ?? words()) }
    case 'STOPSIGNAL':
      return { ...config, StopSignal: expand(instruction.body.text.trim()) }
    case 'CMD':
      return { ...config, Cmd: argvOf(instruction, step.shell) }
    case 'ENTRYPOINT':
      return { ...config, Entrypoint: argvOf(instruction, step.shell) }
    case 'HEALTHCHECK':
      return { ...config, Healthcheck: readHealthcheck(instruction, step.shell) }
    case 'SHELL':
      return { ...config, Shell: instruction.exec }
    case 'ONBUILD':
      return { ...config, OnBuild: [...config.OnBuild, instruction.body.text.trim()] }
    default:
      return config
  }
}

/** The strings of a CMD or ENTRYPOINT as Docker stores them: exec form as it is, shell form behind the shell. */
export function argvOf(
  instruction: Instruction,
  shell: readonly string[] | undefined,
): readonly string[] {
  if (instruction.exec !== undefined) return instruction.exec
  return [...(shell ?? ['/bin/sh', '-c']), instruction.body.text.trim()]
}

function withAssignments(
  map: ReadonlyMap<string, string>,
  instruction: Instruction,
  variable: Lookup,
  escape: '\\' | '`',
): ReadonlyMap<string, string> {
  const next = new Map(map)
  for (const { name, raw } of assignmentsOf(instruction)) {
    const text = raw ?? ''
    next.set(expandWord(name, variable, escape) ?? name, expandWord(text, variable, escape) ?? text)
  }
  return next
}

function portsOf(word: string): readonly string[] {
  const match = /^(\d+)(?:-(\d+))?(?:\/(\w+))?$/.exec(word)
  if (match === null) return [word.includes('/') ? word : `${word}/tcp`]
  const [, first = '', last = first, protocol = 'tcp'] = match
  const count = Math.min(Number(last) - Number(first), 65535)
  return Array.from(
    { length: Math.max(count, 0) + 1 },
    (_, i) => `${Number(first) + i}/${protocol.toLowerCase()}`,
  )
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])]
}
