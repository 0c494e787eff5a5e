const http = require('node:http')

http.createServer((ask, answer) => answer.end(String(globalThis.state))).listen(3000)
