import { createServer } from 'node:http'
import { now } from '@ferries/clock'

createServer((_, response) => response.end(now())).listen(3000)
