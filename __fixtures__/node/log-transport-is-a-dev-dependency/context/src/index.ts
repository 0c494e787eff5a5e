import { createServer } from 'node:http'
import pino from 'pino'

const log = pino({ transport: { target: 'pino-pretty', options: { colorize: false } } })

createServer((request, response) => {
  log.info({ url: request.url }, 'asked')
  response.end('the ferry leaves at 9:40\n')
}).listen(3000)
