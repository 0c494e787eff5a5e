import type { StageFacts } from '../../../src/transform.ts'
import { pinnedMajor, type Manifest } from '../manifest.ts'

/**
 * The major version of the pnpm of a stage, as package.json pins it, or the words of a command do: `npm install -g pnpm@9`,
 * `corepack prepare pnpm@latest-10`. Undefined where nothing says it: the latest.
 */
export function pnpmMajor(
  manifest: Pick<Manifest, 'packageManager'>,
  { commands, end }: StageFacts,
): number | undefined {
  const pinned = pinnedMajor(manifest, 'pnpm')
  if (pinned !== undefined) return pinned
  const [named] = commands.flatMap(({ args }) =>
    args.flatMap((word) => /^pnpm@(?:latest-|[\^~v=]*)(\d+)/.exec(word ?? '')?.[1] ?? []),
  )
  const major = Number.parseInt(named ?? end.env.get('PNPM_VERSION') ?? '', 10)
  return Number.isNaN(major) ? undefined : major
}
