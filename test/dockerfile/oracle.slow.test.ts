import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Dockerfile, Instruction, Stage } from '../../src/dockerfile/instruction.ts'
import {
  isParseFailure,
  parseDockerfile,
  printDockerfile,
} from '../../src/dockerfile/parse/parse.ts'
import { parseRun, parseShellForm } from '../../src/dockerfile/shell/shell.ts'
import { assignmentsOf } from '../../src/dockerfile/words/variables.ts'
import { corpusFiles, sharedFolder } from './corpus.ts'

const answerSchema = z.object({
  error: z.string().optional(),
  stages: z
    .array(
      z.object({
        name: z.string(),
        base: z.string(),
        line: z.number(),
        instructions: z.array(z.string()).nullable(),
      }),
    )
    .optional(),
  config: z
    .object({
      Cmd: z.array(z.string()).nullish(),
      Entrypoint: z.array(z.string()).nullish(),
      Env: z.array(z.string()).nullish(),
      Labels: z.record(z.string(), z.string()).nullish(),
    })
    .optional(),
})
type Answer = z.infer<typeof answerSchema>

const shared = sharedFolder()
const hasGo = spawnSync('go', ['version']).status === 0
const why = shared === undefined ? ' (skipped: no corpus here)' : hasGo ? '' : ' (skipped: no go)'

describe.skipIf(why !== '')(`every file of the corpus is read as BuildKit reads it${why}`, () => {
  test('instructions, stages, JSON form, variables and verdict', { timeout: 600_000 }, async () => {
    if (shared === undefined) return
    const files = corpusFiles(shared)
    const answers = await askBuildKit(shared, files)
    const wrong: string[] = []
    const counts = {
      files: files.length,
      valid: 0,
      invalid: 0,
      needsArgument: 0,
      runs: 0,
      scripts: 0,
    }
    for (const { id, text } of files) {
      const answer = answerSchema.parse(answers.get(id))
      const result = parseDockerfile(text)
      if (isParseFailure(result)) {
        counts.invalid++
        if (answer.error === undefined) wrong.push(`${id}: refused: ${result.reason}`)
        continue
      }
      if (printDockerfile(result) !== text) wrong.push(`${id}: printed differently`)
      if (answer.error === undefined) counts.valid++
      else if (needsArgument(result, answer.error)) counts.needsArgument++
      else wrong.push(`${id}: accepted: ${answer.error}`)
      wrong.push(...differences(result, answer).map((difference) => `${id}: ${difference}`))
      for (const instruction of result.instructions) {
        if (instruction.keyword !== 'RUN') continue
        counts.runs++
        if (parseRun(instruction) !== undefined) counts.scripts++
      }
    }
    console.info(counts)
    expect(wrong).toEqual([])
  })
})

async function askBuildKit(
  folder: string,
  files: readonly { readonly id: string; readonly text: string }[],
): Promise<ReadonlyMap<string, unknown>> {
  const module: unknown = await import(pathToFileURL(join(folder, 'eval/oracle.mjs')).href)
  if (typeof module !== 'object' || module === null || !('readAsBuildKit' in module)) {
    throw new Error('oracle.mjs: no readAsBuildKit')
  }
  const { readAsBuildKit } = module
  if (typeof readAsBuildKit !== 'function') throw new Error('readAsBuildKit: no function')
  const answers: unknown = Reflect.apply(readAsBuildKit, undefined, [files])
  return z.map(z.string(), z.unknown()).parse(answers)
}

/** A FROM with an ARG that has no default: only who builds knows whether it is valid. */
function needsArgument(dockerfile: Dockerfile, error: string): boolean {
  return (
    /should not be blank|invalid reference format/.test(error) &&
    dockerfile.stages.some(({ base }) => base.includes('$')) &&
    dockerfile.globalArgs.flatMap((arg) => assignmentsOf(arg)).some(({ raw }) => raw === undefined)
  )
}

function differences(dockerfile: Dockerfile, answer: Answer): readonly string[] {
  const found: string[] = []
  const theirs = answer.stages ?? []
  if (theirs.length !== dockerfile.stages.length) return [`${theirs.length} stages`]
  dockerfile.stages.forEach((stage, index) => {
    const { name, base, line, instructions } = theirs[index] ?? { name: '', base: '', line: 0 }
    const ours = [stage.name ?? '', stage.base, stage.from.line]
    if (JSON.stringify(ours) !== JSON.stringify([name, base, line])) found.push(`stage ${index}`)
    if (stage.instructions.length !== (instructions ?? []).length)
      found.push(`stage ${index}: count`)
    stage.instructions.forEach((instruction, at) => {
      if (!isSame(instruction, instructions?.[at] ?? '')) found.push(`line ${instruction.line}`)
    })
  })
  const final = dockerfile.stages.at(-1)
  if (final !== undefined && answer.config !== undefined) {
    found.push(...configDifferences(final, answer.config, dockerfile.escape))
  }
  return found
}

/** BuildKit's text of an instruction: the joined line, then its here-documents. */
function isSame(instruction: Instruction, theirs: string): boolean {
  const bodies = instruction.heredocs.map(({ body, chomp }) =>
    chomp && instruction.keyword !== 'RUN' ? body.replaceAll(/^\t+/gm, '') : body,
  )
  const rest = [instruction.body.text, ...bodies].join('\n')
  const head = theirs.slice(0, theirs.length - rest.length)
  return (
    theirs.endsWith(rest) &&
    head.split(/\s/, 1)[0]?.toUpperCase() === instruction.keyword &&
    instruction.flags.every(({ name }) => head.includes(`--${name}`))
  )
}

function configDifferences(
  final: Stage,
  config: NonNullable<Answer['config']>,
  escape: string,
): readonly string[] {
  const last = (keyword: string) =>
    final.instructions.findLast((instruction) => instruction.keyword === keyword)
  const found: string[] = []
  const cmd = last('CMD')
  const entrypoint = last('ENTRYPOINT')
  const compare = (what: string, ours: unknown, theirs: unknown): void => {
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) found.push(what)
  }
  if (cmd?.exec !== undefined && cmd.exec.length > 0) compare('CMD', cmd.exec, config.Cmd)
  if (cmd?.form === 'shell' && cmd.body.text !== '') {
    compare('CMD', cmd.body.text, config.Cmd?.at(-1))
    parseShellForm(cmd)
  }
  if (entrypoint?.exec !== undefined && entrypoint.exec.length > 0) {
    compare('ENTRYPOINT', entrypoint.exec, config.Entrypoint)
  }
  const env = new Map(config.Env?.map((pair) => [pair.split('=', 1)[0], pair]))
  const sets = new Map(
    final.instructions
      .filter(({ keyword }) => keyword === 'ENV')
      .flatMap((instruction) => assignmentsOf(instruction, escape))
      .map(({ name, value }) => [name, value]),
  )
  for (const [name, value] of sets) {
    if (value !== undefined && !name.includes('$'))
      compare(`ENV ${name}`, `${name}=${value}`, env.get(name))
  }
  const labels = new Map(
    final.instructions
      .filter(({ keyword }) => keyword === 'LABEL')
      .flatMap((instruction) => assignmentsOf(instruction, escape))
      .map(({ name, value }) => [name, value]),
  )
  for (const [name, value] of labels) {
    if (value !== undefined && !name.includes('$'))
      compare(`LABEL ${name}`, value, config.Labels?.[name])
  }
  return found
}
