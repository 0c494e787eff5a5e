import { createServer } from 'node:http'
import ms from 'ms'
import slugify from 'slugify'

createServer((_, response) => {
  response.end(`${slugify('First Race')} starts in ${ms(60_000)}\n`)
}).listen(3000)
