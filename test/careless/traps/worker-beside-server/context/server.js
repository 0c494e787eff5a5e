const http = require('node:http')
const path = require('node:path')
const { Worker } = require('node:worker_threads')
let said = 'nothing yet'
new Worker(path.join(__dirname, 'workers', 'sum.js')).on('message', (text) => (said = text))
http.createServer((ask, answer) => answer.end(said)).listen(3000)
