const http = require('node:http')
const fs = require('node:fs')
http.createServer((ask, answer) => answer.end(String(JSON.parse(fs.readFileSync(`./texts/${ask.url.slice(1)}.json`)).morning))).listen(3000)
