import { createServer } from 'node:http'
import slugify from 'slugify'

const seen = globalThis as unknown as { traced: number }

createServer((_, response) => {
  response.end(`${slugify('Low Water')} ${seen.traced}\n`)
}).listen(3000)
