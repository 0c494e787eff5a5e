import { createServer } from 'node:http'
import { join } from 'node:path'

const limits = require('../limits.json')
const shared = require(join(__dirname, '..', 'config', 'shared'))

createServer((_, answer) => answer.end(`${shared.name}: ${limits.items}\n`)).listen(3000)
