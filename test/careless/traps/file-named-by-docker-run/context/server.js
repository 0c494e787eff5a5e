const http = require('node:http')
const fs = require('node:fs')
http.createServer((ask, answer) => answer.end(String(JSON.parse(fs.readFileSync(process.env.SHOP_SETTINGS || '/srv/live.json')).door))).listen(3000)
