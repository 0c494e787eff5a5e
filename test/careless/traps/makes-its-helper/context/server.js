const http = require('node:http')
const { execFileSync } = require('node:child_process')
http.createServer((ask, answer) => answer.end(String(execFileSync('./bin/double')))).listen(3000)
