import type { Argument, CallRow } from '../call.ts'
import { isSocketPath } from '../socket-path.ts'

const isSocket = (argument: Argument | undefined) => argument?.paths().some(isSocketPath) === true

/** Servers that listen on a file, which they make: https://nodejs.org/api/net.html#serverlistenpath-backlog-callback */
export const socketRows: readonly CallRow[] = [
  // Of a router or a web socket it is the path of a request, which stands beside a port or behind it.
  {
    names: ['listen'],
    when: ({ args: [first] }) =>
      first?.option?.('path') !== undefined && first.option('port') === undefined,
    writes: ['path'],
  },
  // https://hapi.dev/api/#-serveroptionsport
  {
    names: ['server', 'Server'],
    when: ({ args: [first] }) => isSocket(first?.option?.('port')),
    writes: ['port'],
  },
  // https://bun.sh/docs/api/http#unix-domain-sockets
  { names: ['serve'], when: ({ object }) => object === 'Bun', writes: ['unix'] },
]
