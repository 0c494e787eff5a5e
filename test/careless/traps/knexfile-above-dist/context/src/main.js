const http = require('node:http')
const knex = require('../knexfile')
http.createServer((ask, answer) => answer.end(String('client ' + knex.client))).listen(3000)
