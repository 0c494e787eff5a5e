import { createServer } from 'node:http'
import slugify from 'slugify'

const seen = globalThis as unknown as { observed: boolean }

createServer((_, response) => {
  response.end(`${slugify('Low Water')} ${seen.observed}\n`)
}).listen(3000)
