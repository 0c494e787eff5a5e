const http = require('node:http')
const fs = require('node:fs')
const placeOf = (url) => ['seasons', url.slice(1), 'menu.txt'].filter(Boolean).join('/')
http.createServer((ask, answer) => answer.end(String(fs.readFileSync(placeOf(ask.url))))).listen(3000)
