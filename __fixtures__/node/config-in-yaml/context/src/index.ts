import { createServer } from 'node:http'
import config from 'config'

createServer((_, answer) => answer.end(config.get<string>('greeting'))).listen(3000)
