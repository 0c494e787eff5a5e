const { createServer } = require('node:http')

const port = Number(process.argv[2] ?? 3000)

createServer((request, response) => {
  response.end(`orders ${request.url}\n`)
}).listen(port)
process.on('SIGTERM', () => process.exit(0))
