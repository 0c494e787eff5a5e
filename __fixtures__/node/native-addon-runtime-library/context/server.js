const { createServer } = require('node:http')
const Connection = require('libpq')

createServer((request, response) => {
  new Connection().connect('postgres://127.0.0.1:1/none', (error) => {
    response.end(/refused/.test(error.message) ? 'no database' : 'another error')
  })
}).listen(3000)
