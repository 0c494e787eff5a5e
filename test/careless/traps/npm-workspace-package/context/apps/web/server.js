const http = require('node:http')
const prices = require('prices')
http.createServer((ask, answer) => answer.end(String(prices.of('tea')))).listen(3000)
