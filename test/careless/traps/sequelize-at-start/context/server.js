const http = require('node:http')

http.createServer((ask, answer) => answer.end(String('migrated'))).listen(3000)
