import { appendFileSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import slugify from 'slugify'

createServer((request, response) => {
  appendFileSync('data/guests.txt', `${slugify(request.url ?? '')}\n`)
  response.end(readFileSync('data/guests.txt', 'utf8'))
}).listen(3000)
