const http = require('node:http')
const fs = require('node:fs')
const pages = process.env.SHOP_PAGES || '/srv/pages'
http.createServer((ask, answer) => answer.end(fs.readFileSync(`${pages}/index.html`))).listen(3000)
