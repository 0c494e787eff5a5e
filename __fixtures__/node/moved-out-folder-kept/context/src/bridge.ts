import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import slugify from 'slugify'

const port = Number(process.argv[process.argv.indexOf('-p') + 1])
const { network } = JSON.parse(readFileSync('./config/bridge.json', 'utf8')) as { network: string }

createServer((request, response) => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ network, path: slugify(request.url ?? '') }))
}).listen(port)
