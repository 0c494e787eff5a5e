const { createServer } = require('node:http')
const ms = require('ms')

createServer((_, answer) => answer.end(`${ms('1m')}\n`)).listen(3000)
