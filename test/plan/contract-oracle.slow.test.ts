import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isParseFailure, parseDockerfile } from '../../src/dockerfile/parse/parse.ts'
import { migrate } from '../../src/migrate.ts'
import { authoredEnv } from '../../src/plan/contract.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { randomContext, randomDockerfile } from '../random-dockerfile.ts'

const shared = process.env['MSB_SHARED'] ?? path.join(import.meta.dirname, '../../../shared')
const oracle = path.join(shared, 'eval/oracle.mjs')
const isThere = existsSync(oracle)
if (!isThere) console.log('skipped: the contract of random migrations against the shared oracle')

/** The oracle is no part of the project: it is asked in a process of its own. */
const script = `
  import { readFileSync } from 'node:fs'
  const { readAsBuildKit, contractChanges } = await import(process.argv[1])
  const cases = JSON.parse(readFileSync(0, 'utf8'))
  const before = readAsBuildKit(cases.map(({ id, before }) => ({ id, text: before })))
  const after = readAsBuildKit(cases.map(({ id, after }) => ({ id, text: after })))
  const rulesOf = ({ warnings }) => new Set((warnings ?? []).map((warning) => warning.split(':')[0]))
  const problems = cases.flatMap(({ id, contract, authored, ...texts }) => {
    const was = before.get(id)
    const is = after.get(id)
    const error = was.error ?? is.error
    if (error !== undefined) return [{ ...texts, error }]
    const changed = contractChanges(was.config, is.config, authored).sort()
    const warnings = [...rulesOf(is)].filter((rule) => !rulesOf(was).has(rule))
    const same = JSON.stringify(changed) === JSON.stringify(contract)
    return same && warnings.length === 0 ? [] : [{ ...texts, changed, contract, warnings }]
  })
  console.log(JSON.stringify(problems))
`

test.runIf(isThere)(
  'BuildKit accepts what is made, warns of nothing new, and sees the changes that the contract names',
  () => {
    const cases = fc.sample(randomDockerfile, 500).flatMap((before, id) => {
      const outcome = migrate(before, randomContext, { ecosystems, rules })
      if (outcome.outcome !== 'migrated') return []
      const { after } = outcome
      const files = [before, after].map((text) => {
        const dockerfile = parseDockerfile(text)
        if (isParseFailure(dockerfile)) throw new Error(dockerfile.reason)
        return dockerfile
      })
      const contract = outcome.contract.map(({ field }) => field).sort()
      return [{ id: String(id), before, after, contract, authored: [...authoredEnv(files)] }]
    })
    expect(cases.length).toBeGreaterThan(20)
    const run = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', script, pathToFileURL(oracle).href],
      { input: JSON.stringify(cases), encoding: 'utf8', maxBuffer: 1 << 28 },
    )
    if (run.status !== 0) throw new Error(run.stderr)
    expect(JSON.parse(run.stdout)).toEqual([])
  },
  120_000,
)
