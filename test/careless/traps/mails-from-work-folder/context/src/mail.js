const fs = require('node:fs')
const path = require('node:path')
exports.mail = (name) => fs.readFileSync(path.join(process.cwd(), 'emails', name, 'text.txt'))
