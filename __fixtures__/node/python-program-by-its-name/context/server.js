const ms = require('ms')
const { execFile } = require('node:child_process')
const { createServer } = require('node:http')

createServer((_, response) => {
  execFile('pyfiglet', ['open'], (_error, out) => response.end(out))
}).listen(3000).setTimeout(ms('1m'))
