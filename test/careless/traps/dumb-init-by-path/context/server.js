const http = require('node:http')

http.createServer((ask, answer) => answer.end(String('by dumb-init'))).listen(3000)
