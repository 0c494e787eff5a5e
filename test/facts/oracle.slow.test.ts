import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { isParseFailure, parseDockerfile } from '../../src/dockerfile/parse/parse.ts'
import { assignmentsOf } from '../../src/dockerfile/words/variables.ts'
import { gatherFacts, type Facts } from '../../src/facts/facts.ts'
import type { ImageConfig } from '../../src/knowledge/images/image-config.ts'
import { memoryProject } from '../memory-project.ts'

const shared = process.env['MSB_SHARED'] ?? path.join(import.meta.dirname, '../../../shared')
const oracle = path.join(shared, 'eval/oracle.mjs')
const corpus = path.join(shared, 'corpus')
const isThere = existsSync(oracle) && existsSync(corpus)
if (!isThere) console.log('skipped: image configs against the shared oracle')

interface Source {
  readonly id: string
  readonly text: string
}

function readCorpus(): readonly Source[] {
  const dockerfiles = ['all', 'gold'].flatMap((set) =>
    readdirSync(path.join(corpus, set)).flatMap((id) =>
      ['Dockerfile', 'before.Dockerfile', 'after.Dockerfile'].flatMap((name) => {
        const file = path.join(corpus, set, id, name)
        if (!existsSync(file)) return []
        return [{ id: `${set}/${id}/${name}`, text: readFileSync(file, 'utf8') }]
      }),
    ),
  )
  const plain = readFileSync(path.join(corpus, 'plain.jsonl'), 'utf8').trim().split('\n')
  const line = z.object({ id: z.string(), text: z.string() })
  return [...dockerfiles, ...plain.map((text) => line.parse(JSON.parse(text)))]
}

function factsOf(text: string) {
  const dockerfile = parseDockerfile(text)
  return isParseFailure(dockerfile) ? undefined : gatherFacts(dockerfile, memoryProject())
}

/** The same file on Alpine where an image is not known, or taken for the official one of its name: what it brings can't be compared. */
function onKnownImages({ id, text }: Source): readonly Case[] {
  const facts = factsOf(text)
  if (facts === undefined) return []
  const unknown = new Set(
    facts.stages.flatMap(({ stage, base: { family, reference } }) =>
      family === 'unknown' || reference.name.startsWith('bitnami/') ? [stage.from] : [],
    ),
  )
  if (unknown.size === 0) return [{ id, text, facts }]
  const lines = facts.dockerfile.instructions.map((instruction) => {
    const own = instruction.lead + instruction.text
    return unknown.has(instruction)
      ? own.replace(instruction.words[0]?.raw ?? '', 'alpine:3.20')
      : own
  })
  const known = lines.join('')
  const changed = factsOf(known)
  return changed === undefined ? [] : [{ id, text: known, facts: changed }]
}

interface Case extends Source {
  readonly facts: Facts
}

let cases: readonly Case[] | undefined

/** The config as Docker's JSON has it. */
function asDocker(config: ImageConfig) {
  const empty = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, {}]))
  return {
    ...config,
    User: config.User ?? '',
    Env: [...config.Env].map(([name, value]) => `${name}=${value}`),
    ExposedPorts: empty(config.ExposedPorts),
    Volumes: empty(config.Volumes),
    Labels: Object.fromEntries(config.Labels),
  }
}

/** The oracle is no part of the project: it is asked in a process of its own, and flattens both sides. */
const script = `
  import { readFileSync } from 'node:fs'
  const { readAsBuildKit, flat } = await import(process.argv[1])
  const files = JSON.parse(readFileSync(0, 'utf8'))
  const answers = readAsBuildKit(files.map(({ id, text, args }) => ({ id, text, args })))
  const differences = []
  for (const { id, config, hasSiblings } of files) {
    const { error, config: answer } = answers.get(id)
    if (error !== undefined) continue
    // An image that its table does not have.
    if (answer.Env.some((entry) => entry.startsWith('BASE_IMAGE_NOT_KNOWN='))) continue
    const ours = flat(config)
    const theirs = flat(answer)
    for (const field of new Set([...Object.keys(ours), ...Object.keys(theirs)]))
      if (hasSiblings && /^(Labels|ExposedPorts|Volumes)\\./.test(field)) continue
      // The oracle has the variable without its value.
      else if (field === 'Env.PHPIZE_DEPS' && theirs[field] === '') continue
      else if (JSON.stringify(ours[field]) !== JSON.stringify(theirs[field]))
        differences.push([id, field, 'ours', ours[field] ?? null, 'BuildKit', theirs[field] ?? null])
  }
  console.log(JSON.stringify(differences))
`

interface Question extends Source {
  readonly config: ReturnType<typeof asDocker>
  readonly args: Readonly<Record<string, string>>
  /** BuildKit keeps labels, ports and volumes of a stage in maps that all stages built from it write to. */
  readonly hasSiblings: boolean
}

function differences(questions: readonly Question[]): unknown {
  const run = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script, pathToFileURL(oracle).href],
    { input: JSON.stringify(questions), encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout)
}

function questions(withArguments: boolean): readonly Question[] {
  cases ??= readCorpus().flatMap(onKnownImages)
  return cases.flatMap(({ id, text, facts }) => {
    const { final, stages } = facts
    const { globalArgs, instructions } = facts.dockerfile
    const names = instructions
      .filter((instruction) => instruction.keyword === 'ARG')
      .flatMap((instruction) => assignmentsOf(instruction).map(({ name }) => name))
    // With other values FROM would name other images.
    if (withArguments && (names.length === 0 || globalArgs.length > 0)) return []
    const { config } = withArguments ? final.evaluated.withArguments : final
    return [
      {
        id,
        text,
        config: asDocker(config),
        args: withArguments ? Object.fromEntries(names.map((name) => [name, `{${name}}`])) : {},
        hasSiblings: stages.some(
          ({ parent, stage }) => parent === final.parent && parent && stage !== final.stage,
        ),
      },
    ]
  })
}

describe.skipIf(!isThere)('every config of the corpus is the one that BuildKit makes', () => {
  test('without build arguments', () => {
    const all = questions(false)
    expect(all.length).toBeGreaterThan(4_000)
    expect(differences(all)).toEqual([])
  }, 300_000)

  test('with a value for every build argument', () => {
    const all = questions(true)
    expect(all.length).toBeGreaterThan(400)
    expect(differences(all)).toEqual([])
  }, 300_000)
})
