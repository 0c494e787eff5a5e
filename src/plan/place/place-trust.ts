import type { RunCommand } from '../../facts/commands/command.ts'
import type { Copy } from '../../facts/stages/copy.ts'
import { effectsOf } from '../../facts/effects/effects.ts'
import { baseName, isWithin } from '../../facts/image-path.ts'
import type { StageFacts } from '../../facts/stages/stage-facts.ts'
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
 */
export function placeTrust(command: RunCommand, facts: StageFacts): CommandPlace | undefined {
  const row = trust.get(baseName(command.name ?? ''))
  if (row === undefined) return undefined
  return hasOwn(row.anchors, facts)
    ? { kind: 'leaves', paths: [{ path: row.bundle, isFolder: false }] }
    : { kind: 'neutral' }
}

function hasOwn(anchors: string, { copies, commands }: StageFacts): boolean {
  return (
    copies.some(({ destination }) => destination !== undefined && isWithin(destination, anchors)) ||
    commands.some((command) =>
      (effectsOf(command) ?? []).some(
        (effect) => effect.kind === 'creates' && isWithin(effect.path, anchors),
      ),
    )
  )
}

/** Whether a COPY brings nothing but certificates for such a command, and no variable names them. */
export function isForTrust({ destination, step }: Copy, { commands, config }: StageFacts): boolean {
  return commands.some((command) => {
    const row = trust.get(baseName(command.name ?? ''))
    return (
      row !== undefined &&
      destination !== undefined &&
      isWithin(destination, row.anchors) &&
      command.step.index > step.index &&
      ![...config.Env.values()].some((value) => value.startsWith(row.anchors))
    )
  })
}
