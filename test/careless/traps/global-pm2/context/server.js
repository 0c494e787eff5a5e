const http = require('node:http')

http.createServer((ask, answer) => answer.end(String('by pm2'))).listen(3000)
