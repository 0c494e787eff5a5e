const { writeFileSync } = require('node:fs')
const { createServer } = require('node:http')

const store = process.env.STORE ?? '/tmp/store.json'
createServer((_, answer) => {
  writeFileSync(store, '{}')
  answer.end('kept\n')
}).listen(3000)
