import { hasPathAt, type CallRow } from '../call.ts'

const words = (text: string) => text.split(' ')

/** A certificate and its key, where the call says which files: what only a variable names is the host's. */
const pair = (names: string, first: number, module?: string): readonly CallRow[] =>
  [first, first + 1].map((at) => ({
    ...(module === undefined ? {} : { module }),
    names: words(names),
    when: (call) => call.args.length > first + 1 && hasPathAt(at)(call),
    reads: [at],
  }))

/** Functions of Go that read certificates and keys. Modules by their import paths. */
export const goCertificates: readonly CallRow[] = [
  // https://pkg.go.dev/net/http#ListenAndServeTLS, and of a Server
  ...pair('ListenAndServeTLS ServeTLS', 1, 'net/http'),
  ...pair('ListenAndServeTLS', 0).map((row): CallRow => ({
    ...row,
    when: (call) => call.args.length === 2 && row.when?.(call) !== false,
  })),
  // https://pkg.go.dev/crypto/tls#LoadX509KeyPair, https://pkg.go.dev/google.golang.org/grpc/credentials
  ...pair('LoadX509KeyPair', 0, 'crypto/tls'),
  ...pair('NewServerTLSFromFile', 0, 'google.golang.org/grpc/credentials'),
  {
    module: 'google.golang.org/grpc/credentials',
    names: ['NewClientTLSFromFile'],
    when: hasPathAt(0),
    reads: [0],
  },
  // gin, echo, fiber
  ...pair('RunTLS StartTLS ListenTLS', 1),
]
