const http = require('node:http')
const mailer = require('mailer')
http.createServer((ask, answer) => answer.end(String(mailer.send()))).listen(3000)
