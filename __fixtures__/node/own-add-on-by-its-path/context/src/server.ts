import { createServer } from 'node:http'

const area = require('../build/Release/area.node')
createServer((_, answer) => answer.end(typeof area)).listen(3000)
