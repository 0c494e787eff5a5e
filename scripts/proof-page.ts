import { shareText, sizeText } from '../src/report/size-text.ts'
import { projectName, type PublicProject } from './proof-list.ts'
import {
  canBeMeasured,
  codesWithoutPay,
  hostOutOfReach,
  splitPays,
  type ProofResult,
} from './proof-result.ts'

export interface Proof {
  readonly project: PublicProject
  /** Undefined where it was not verified yet. */
  readonly result: ProofResult | undefined
}

type Proven = Proof & { readonly result: ProofResult }

/** bench/proof.md: what verify says of the migrations of public projects. */
export function proofPage(proofs: readonly Proof[]): string {
  const proven = proofs.filter((proof): proof is Proven => proof.result !== undefined)
  const pays = proven.filter(({ result }) => splitPays(result))
  const measured = pays.filter(({ result }) => canBeMeasured(result))
  const same = measured.filter(({ result }) => result.verification?.verdict === 'same')
  const broken = measured.filter(({ result }) => result.verification?.verdict === 'build-broken')
  const shares = same.flatMap(({ result: { verification } }) =>
    verification?.images === undefined
      ? []
      : [verification.images.after.size / verification.images.before.size],
  )
  const mean = shares.reduce((sum, each) => sum + each, 0) / shares.length
  const before = sum(same, 'before')
  const after = sum(same, 'after')
  return `# Public projects, before and after

Made by \`npm run proof\`: each project of \`bench/proof.csv\` is checked out at its commit, and \`msb-migrate verify\` builds its Dockerfile as it is and as it
would be, runs both images, and compares. Sizes are those that \`docker image inspect\` gives.

| | |
| --- | --- |
| projects looked at | ${proven.length} of ${proofs.length} |
| of these, a split pays | ${pays.length} |
| of these, the builds have what they need here | ${measured.length} |
| of these, migrated and \`same\` | ${same.length} (${shareText(same.length, measured.length)}; the aim is 80 %) |
| migrated, and no longer builds | ${broken.length} |
| size after, mean of the shares | ${shares.length === 0 ? '' : shareText(mean, 1)} of before (the aim is 45 %) |
| all of them together | ${sizeText(before)} -> ${sizeText(after)} |

A split does not pay where there is nothing to leave behind, where the file is for development, or where the program that it starts is not in the image
(${[...codesWithoutPay].map((code) => `\`${code}\``).join(', ')}). Only what is \`same\` counts for the sizes.

## A split pays, and the Dockerfile builds

${table(measured)}

### Not the same

${reasons(measured.filter((proof) => !same.includes(proof)))}

## The rest

Only hardened, not built here as it is, built with what does not answer here, or a split can't pay.

${reasons(proven.filter((proof) => !measured.includes(proof)))}
`
}

function sum(proofs: readonly Proven[], half: 'before' | 'after'): number {
  return proofs.reduce(
    (all, { result }) => all + (result.verification?.images?.[half].size ?? 0),
    0,
  )
}

function table(proofs: readonly Proven[]): string {
  const rows = proofs.map(({ project, result }) => {
    const images = result.verification?.images
    const sizes =
      images === undefined
        ? ['', '', '']
        : [
            sizeText(images.before.size),
            sizeText(images.after.size),
            shareText(images.after.size, images.before.size),
          ]
    const compared = images === undefined ? '' : (result.verification?.reason ?? '')
    return [projectName(project), result.ecosystem ?? '', verdictOf(result), ...sizes, compared]
  })
  return lines(
    ['project', 'ecosystem', 'verdict', 'before', 'after', 'after / before', 'what verify says'],
    rows,
  )
}

function reasons(proofs: readonly Proven[]): string {
  if (proofs.length === 0) return 'None.'
  const rows = proofs.map(({ project, result }) => [
    projectName(project),
    verdictOf(result),
    reasonOf(result),
  ])
  return lines(['project', 'verdict', 'reason'], rows)
}

function verdictOf({ outcome, code, verification }: ProofResult): string {
  if (verification !== undefined) return verification.verdict
  return outcome === 'migrated' ? 'only hardened' : `${outcome} \`${code ?? ''}\``
}

function reasonOf(result: ProofResult): string {
  const { reason, verification, baselineBuilds } = result
  if (verification === undefined)
    return `${reason ?? 'There is nothing to leave behind.'}${baselineBuilds === false ? ' As it is, the file does not build here.' : ''}`
  const [first] = verification.differences
  const host = hostOutOfReach(result)
  return first === undefined
    ? `${verification.reason}${host === undefined ? '' : `: it asks for ${host}, which does not answer here`}`
    : `${first.message.split('\n')[0]?.slice(0, 240) ?? ''} (\`${first.code}\`)`
}

function lines(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('\n', ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
