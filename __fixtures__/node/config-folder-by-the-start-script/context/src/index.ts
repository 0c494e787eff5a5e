import { createServer } from 'node:http'
import config from 'config'

createServer((_, response) => {
  response.end(`${config.get<string>('lamp.text')}, every ${config.get<number>('lamp.period')} s\n`)
}).listen(3000)
