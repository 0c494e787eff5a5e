const { createServer } = require('node:http')
const { readFileSync } = require('node:fs')
const { title } = require('./settings.json')

const types = readFileSync('/etc/mime.types', 'utf8').split('\n')
const services = readFileSync('/etc/services', 'utf8').split('\n')

createServer((request, response) => {
  response.end(`${title}: ${types.length} types, ${services.length} services`)
}).listen(3000)
