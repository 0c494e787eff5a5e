const { execFileSync } = require('node:child_process')
const { createServer } = require('node:http')

createServer((request, response) => {
  response.end(execFileSync('perl', ['report.pl']))
}).listen(3000)
