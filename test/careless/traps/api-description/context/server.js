const http = require('node:http')
const api = require('yamljs').load('./docs/api.yaml')
http.createServer((ask, answer) => answer.end(String(api.title))).listen(3000)
