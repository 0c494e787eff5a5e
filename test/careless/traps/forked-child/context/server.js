const http = require('node:http')
const { fork } = require('node:child_process')
let said = 'nothing yet'
fork('./jobs/child.js').on('message', (text) => (said = text))
http.createServer((ask, answer) => answer.end(said)).listen(3000)
