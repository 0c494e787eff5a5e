import { resolve } from 'node:path'
import { z } from 'zod'
import type { CampaignHead } from '../../publish/campaign/state.ts'
import { groupings } from '../../publish/campaign/service.ts'
import { forgeKinds } from '../../publish/forge.ts'
import type { CliOptions, PrChoice } from '../cli-options.ts'
import { isFleetChoice } from './pr-arguments.ts'

// What a campaign is begun with stands in its state file, so that `--resume`, `status`, `sync`, `close` and `report` need no more words.

const words = z.strictObject({
  repos: z.string().optional(),
  org: z.string().optional(),
  topic: z.string().optional(),
  query: z.string().optional(),
  host: z.string().optional(),
  forge: z.enum(forgeKinds).optional(),
  grouping: z.enum(groupings),
  base: z.string().optional(),
  branchPrefix: z.string(),
  isDraft: z.boolean(),
  labels: z.array(z.string()),
  reviewers: z.array(z.string()),
  teamReviewers: z.array(z.string()),
  assignees: z.array(z.string()),
  titleTemplate: z.string().optional(),
  bodyTemplate: z.string().optional(),
  fork: z.boolean(),
  maxOpen: z.int().optional(),
  shard: z.object({ index: z.int(), count: z.int() }).optional(),
  pushOnly: z.boolean(),
  only: z.array(z.string()).optional(),
  with: z.array(z.string()).optional(),
  skip: z.array(z.string()),
  safe: z.boolean(),
  configFile: z.string().optional(),
  noConfig: z.boolean().optional(),
})

/** The options that a state file keeps. Paths are absolute there: the next run may begin in another folder. */
export function toWords(options: CliOptions, pr: PrChoice, cwd: string): CampaignHead['words'] {
  const { repos, bodyTemplate } = pr
  const { configFile } = options
  const kept = {
    ...pr,
    repos: repos === undefined || repos === '-' ? undefined : resolve(cwd, repos),
    bodyTemplate: bodyTemplate === undefined ? undefined : resolve(cwd, bodyTemplate),
    only: options.only,
    with: options.with.length === 0 ? undefined : options.with,
    skip: options.skip,
    safe: options.safe,
    configFile: configFile === undefined ? undefined : resolve(cwd, configFile),
    noConfig: options.config === 'none' ? true : undefined,
  }
  const names = new Set(Object.keys(words.shape))
  const entries = Object.entries(kept).filter(
    ([name, value]) => names.has(name) && value !== undefined,
  )
  return z.record(z.string(), z.json()).parse(Object.fromEntries(entries))
}

/** The options with those that a campaign was begun with; undefined where the state file holds none. */
export function withWords(
  options: CliOptions,
  pr: PrChoice,
  kept: CampaignHead['words'] | undefined,
): { readonly options: CliOptions; readonly pr: PrChoice } | undefined {
  const found = words.safeParse(kept).data
  if (found === undefined) return undefined
  const { only, with: besides = [], skip, safe, configFile, noConfig, ...rest } = found
  const known = {
    repos: undefined,
    org: undefined,
    topic: undefined,
    query: undefined,
    host: undefined,
    forge: undefined,
    base: undefined,
    titleTemplate: undefined,
    bodyTemplate: undefined,
    maxOpen: undefined,
    shard: undefined,
    ...rest,
  }
  const merged: PrChoice = { ...pr, ...known, maxOpen: pr.maxOpen ?? known.maxOpen }
  // What the command line says of a configuration counts more.
  const isSaid = options.configFile !== undefined || options.config === 'none'
  const config: Partial<CliOptions> = isSaid
    ? {}
    : noConfig === true
      ? { config: 'none' }
      : { configFile }
  return {
    options: { ...options, only, with: besides, skip, safe, ...config, pr: merged },
    pr: merged,
  }
}

/** Does the command line say nothing about which repositories are meant, and is there a campaign that knows? */
export function asksForState(pr: PrChoice): boolean {
  return pr.resume || (pr.action !== 'run' && !isFleetChoice(pr))
}
