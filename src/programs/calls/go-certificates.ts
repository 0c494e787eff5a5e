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

/** The same of methods, which are told by how much they are handed. */
const method = (names: string, first: number): readonly CallRow[] =>
  pair(names, first).map((row) => ({
    ...row,
    when: (call) => call.args.length === first + 2 && row.when?.(call) !== false,
  }))

/** Functions of Go that read certificates and keys. Modules by their import paths. */
export const goCertificates: readonly CallRow[] = [
  // https://pkg.go.dev/net/http#ListenAndServeTLS, https://pkg.go.dev/net/http#ServeTLS, and of a Server
  ...pair('ListenAndServeTLS', 1, 'net/http'),
  ...pair('ServeTLS', 2, 'net/http'),
  ...method('ListenAndServeTLS', 0),
  ...method('ServeTLS', 1),
  // https://pkg.go.dev/github.com/valyala/fasthttp#ListenAndServeTLS, and of a Server
  ...pair('ListenAndServeTLS ServeTLS', 1, 'github.com/valyala/fasthttp'),
  ...method('ListenAndServeTLS', 1),
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
