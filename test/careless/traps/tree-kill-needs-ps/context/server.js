const http = require('node:http')
const kill = require('tree-kill')
process.on('SIGUSR2', () => kill(process.pid))
http.createServer((ask, answer) => answer.end(String('up'))).listen(3000)
