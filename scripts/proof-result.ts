import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import type { PublicProject } from './proof-list.ts'

const image = z.object({ size: z.number() })

/** What of `verify --format json` the page is made of, and whether the Dockerfile builds as it is where verify had nothing to build. */
export const proofResult = z.object({
  outcome: z.string(),
  ecosystem: z.string().optional(),
  code: z.string().optional(),
  reason: z.string().optional(),
  changes: z.array(z.object({ rule: z.string() })).optional(),
  verification: z
    .object({
      verdict: z.string(),
      reason: z.string(),
      differences: z.array(z.object({ code: z.string(), message: z.string() })),
      images: z.object({ before: image, after: image }).optional(),
      failure: z.object({ log: z.array(z.string()) }).optional(),
    })
    .optional(),
  baselineBuilds: z.boolean().optional(),
})
export type ProofResult = z.infer<typeof proofResult>

/** Codes of files for which no split can pay: nothing to leave behind, a file for development, or no program that could run. */
export const codesWithoutPay: ReadonlySet<string> = new Set([
  'nothing-to-leave-behind',
  'nothing-to-improve',
  'already-multi-stage',
  'development-image',
  'compose-mounts-source',
  'compose-overrides-start',
  'start-needs-dev-dependency',
  'dev-dependency-imported',
  'no-start-command',
  'missing-start-file',
  'onbuild',
])

/** Whether there is something to leave behind; what only could be hardened was looked at, and there is not. */
export function splitPays({ outcome, code, changes }: ProofResult): boolean {
  return outcome === 'migrated'
    ? changes?.some(({ rule }) => rule === 'split-stages') === true
    : !codesWithoutPay.has(code ?? '')
}

/** A host that a build asks for and that does not answer here; undefined where none is why it fails. */
export function hostOutOfReach({ verification }: ProofResult): string | undefined {
  const said = verification?.failure?.log.join('\n') ?? ''
  const [, host] = /(?:ENOTFOUND|EAI_AGAIN|[Cc]ould not resolve host:?) ([\w.-]+)/.exec(said) ?? []
  return host
}

/** Whether the Dockerfile builds here as it is, and the new one would if the hosts that it asks for answered. */
export function canBeMeasured(result: ProofResult): boolean {
  const { outcome, verification, baselineBuilds } = result
  if (outcome !== 'migrated') return baselineBuilds === true
  const { verdict } = verification ?? {}
  if (verdict === 'build-broken') return hostOutOfReach(result) === undefined
  return verdict !== 'baseline-broken' && verdict !== 'skipped'
}

/** The file of a project's result. */
export function resultFile(folder: string, project: PublicProject): string {
  const { repository, commit, dockerfile } = project
  const name = `${repository}@${commit.slice(0, 8)}--${dockerfile}`.replaceAll('/', '+')
  return path.join(folder, `${name}.json`)
}

/** Undefined where the project was not verified yet. */
export function readResult(folder: string, project: PublicProject): ProofResult | undefined {
  const file = resultFile(folder, project)
  return existsSync(file) ? proofResult.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
}
