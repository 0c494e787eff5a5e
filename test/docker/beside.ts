import { pullImage } from './build-image.ts'
import { docker, label } from './docker.ts'

/** Repeats what it is asked, so that a proxy shows what it hands on. */
const echo = `
const http = require('node:http')
const [port] = process.argv.slice(1)
http.createServer((request, response) => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ method: request.method, url: request.url, host: request.headers.host }))
}).listen(port)
`

/**
 * Starts servers beside the image's own in a network: 'backend:5000' is one that listens on 5000 by the name backend.
 *
 * @returns the network's name.
 * @throws Error where the engine can't.
 */
export async function startBeside(servers: readonly string[], name: string): Promise<string> {
  const network = `msb-migrate-${name}-${process.pid}`
  await pullImage(image)
  await must(['network', 'create', '--label', label, network])
  for (const server of servers) {
    const [host = '', port = '80'] = server.split(':')
    await must([
      ...['run', '--detach', '--label', label, '--network', network, '--network-alias', host],
      ...['--entrypoint', 'node', image, '--eval', echo, port],
    ])
  }
  return network
}

const image = 'node:20-alpine'

async function must(args: readonly string[]): Promise<void> {
  const { ok, stderr } = await docker(args)
  if (!ok) throw new Error(stderr)
}
