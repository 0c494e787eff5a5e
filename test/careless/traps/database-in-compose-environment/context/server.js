const http = require('node:http')
const fs = require('node:fs')
http.createServer((ask, answer) => answer.end(String((fs.appendFileSync(process.env.SHOP_DB, 'x'), 'kept')))).listen(3000)
