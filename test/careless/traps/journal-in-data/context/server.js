const http = require('node:http')
const fs = require('node:fs')
fs.mkdirSync('data', { recursive: true })
http.createServer((ask, answer) => answer.end(String((fs.writeFileSync('data/journal.txt', 'x'), 'written')))).listen(3000)
