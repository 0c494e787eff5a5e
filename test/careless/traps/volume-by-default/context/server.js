const http = require('node:http')
const fs = require('node:fs')
const path = require('node:path')
const folder = process.env.DATA_DIR || '/data'
http.createServer((ask, answer) => answer.end(String((fs.writeFileSync(path.join(folder, 'kept.txt'), 'x'), 'kept')))).listen(3000)
