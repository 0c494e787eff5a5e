const http = require('node:http')

http.createServer((ask, answer) => answer.end(String(process.env.CURL_VERSION))).listen(3000)
