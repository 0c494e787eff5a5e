const http = require('node:http')
const { execSync } = require('node:child_process')
http.createServer((ask, answer) => answer.end(String(execSync('openssl version | cut -d. -f1')))).listen(3000)
