import { readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'

createServer((_request, response) => {
  writeFileSync('uploads/seen.txt', 'seen')
  response.end(readdirSync('/data').join('\n'))
}).listen(3000)
