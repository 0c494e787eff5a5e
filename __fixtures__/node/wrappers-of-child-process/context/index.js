const { runSync } = require('node-cmd')
const execa = require('execa')
const { createServer } = require('node:http')

createServer(async (request, response) => {
  const { stdout } = await execa('timeout', ['5', 'openssl', 'version'])
  response.end(stdout + runSync('unzip -v').data)
}).listen(3000)
