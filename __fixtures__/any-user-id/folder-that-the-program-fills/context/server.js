const { appendFileSync, mkdirSync } = require('node:fs')
const { createServer } = require('node:http')

mkdirSync('data', { recursive: true })

createServer((request, response) => {
  appendFileSync('data/orders.log', `${request.url}\n`)
  response.end('written\n')
}).listen(3000)
process.on('SIGTERM', () => process.exit(0))
