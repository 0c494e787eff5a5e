import { appendFileSync } from 'node:fs'
import { createServer } from 'node:http'
import slugify from 'slugify'

createServer((request, response) => {
  appendFileSync('./logs/requests.log', `${request.url}\n`)
  response.end(slugify('noted down'))
}).listen(3000)
