import { resolveInImage } from './image-files.ts'
import type { LookedAt } from './image-facts.ts'
import type { Finding } from '../../verification/finding.ts'

// Where Go and OpenSSL look: https://go.dev/src/crypto/x509/root_linux.go
const certificates = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/tls/cacert.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
]
const zones = ['/usr/share/zoneinfo/UTC', '/usr/share/zoneinfo/Etc/UTC', '/usr/lib/zoneinfo/UTC']

/** Data of the system that many programs read and many don't: worth a note, since no file says which. */
export function lostSharedData(before: LookedAt, after: LookedAt): readonly Finding[] {
  const isLost = (paths: readonly string[]): boolean => has(before, paths) && !has(after, paths)
  return [
    ...(isLost(certificates)
      ? [
          {
            code: 'no-certificates',
            message:
              'the new image has no CA certificates: programs that call others by TLS need them, unless they bring their own as Node does',
          },
        ]
      : []),
    ...(isLost(zones)
      ? [{ code: 'no-time-zones', message: 'the new image has no time zone database' }]
      : []),
  ]
}

function has({ files }: LookedAt, paths: readonly string[]): boolean {
  return paths.some((path) => (resolveInImage(files, path)?.file.size ?? 0) > 0)
}
