import type { RunCommand } from '../../facts/commands/command.ts'
import type { Copy } from '../../facts/stages/copy.ts'
import { effectsOf } from '../../facts/effects/effects.ts'
import { baseName, isWithin } from '../../facts/image-path.ts'
import type { StageFacts } from '../../facts/stages/stage-facts.ts'
import type { BaseImage } from '../../knowledge/images/base-image.ts'
import type { CommandPlace } from './command-place.ts'

/** What each command reads, and the bundle that it writes. */
const trust: ReadonlyMap<string, { readonly anchors: string; readonly bundle: string }> = new Map([
  // https://manpages.debian.org/bookworm/ca-certificates/update-ca-certificates.8.en.html, Alpine's alike
  [
    'update-ca-certificates',
    {
      anchors: '/usr/local/share/ca-certificates',
      bundle: '/etc/ssl/certs/ca-certificates.crt',
    },
  ],
  // https://docs.redhat.com/en/documentation/red_hat_enterprise_linux/9/html/securing_networks/using-shared-system-certificates_securing-networks
  [
    'update-ca-trust',
    {
      anchors: '/etc/pki/ca-trust/source/anchors',
      bundle: '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
    },
  ],
])

/**
 * The bundle of trusted certificates with the author's own in it comes from the builder: no other image has it. Without own certificates
 * the command brings nothing that a package does not bring by itself. Undefined for other commands.
 *
 * @param image the runtime stage's
 */
export function placeTrust(
  command: RunCommand,
  facts: StageFacts,
  image?: BaseImage,
): CommandPlace | undefined {
  const row = trust.get(baseName(command.name ?? ''))
  if (row === undefined) return undefined
  if (isRepeated(row.anchors, facts, image)) return { kind: 'both' }
  return hasOwn(row.anchors, facts)
    ? { kind: 'leaves', paths: [{ path: row.bundle, isFolder: false }] }
    : { kind: 'neutral' }
}

/**
 * Where the image has the command, the author's two lines stand in both stages. OpenSSL before 3 does not read the bundle by itself on Debian, but the
 * folder with a link for each certificate (https://docs.openssl.org/1.1.1/man3/SSL_CTX_load_verify_locations/), and Java has a store of its own.
 */
const isRepeated = (anchors: string, facts: StageFacts, image: BaseImage | undefined): boolean =>
  image?.packageManager === 'apt' &&
  image.hasProgram('update-ca-certificates') === true &&
  isCopiedTo(anchors, facts) &&
  !isMadeIn(anchors, facts)

const hasOwn = (anchors: string, facts: StageFacts): boolean =>
  isCopiedTo(anchors, facts) || isMadeIn(anchors, facts)

const isCopiedTo = (anchors: string, { copies }: StageFacts) =>
  copies.some(({ destination }) => destination !== undefined && isWithin(destination, anchors))

const isMadeIn = (anchors: string, { commands }: StageFacts) =>
  commands.some((command) =>
    (effectsOf(command) ?? []).some(
      (effect) => effect.kind === 'creates' && isWithin(effect.path, anchors),
    ),
  )

/** Where a COPY goes that brings nothing but certificates for such a command; undefined for others, and where a variable names them. */
export function placeForTrust(
  { destination, step }: Copy,
  facts: StageFacts,
  image: BaseImage,
): 'build' | 'both' | undefined {
  for (const command of facts.commands) {
    const row = trust.get(baseName(command.name ?? ''))
    if (
      row !== undefined &&
      destination !== undefined &&
      isWithin(destination, row.anchors) &&
      command.step.index > step.index &&
      ![...facts.config.Env.values()].some((value) => value.startsWith(row.anchors))
    )
      return isRepeated(row.anchors, facts, image) ? 'both' : 'build'
  }
  return undefined
}
