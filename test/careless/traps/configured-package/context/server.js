const http = require('node:http')
const { execFileSync } = require('node:child_process')
http.createServer((ask, answer) => answer.end(String(execFileSync('fc-list').includes('DejaVu') ? 'fonts' : 'none'))).listen(3000)
