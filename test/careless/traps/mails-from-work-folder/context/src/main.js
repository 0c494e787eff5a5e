const http = require('node:http')
const { mail } = require('./mail')
http.createServer((ask, answer) => answer.end(String(mail(ask.url.slice(1))))).listen(3000)
