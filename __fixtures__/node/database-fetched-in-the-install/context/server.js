const { createServer } = require('node:http')
const { MongoMemoryServer } = require('mongodb-memory-server')

MongoMemoryServer.create().then((database) => {
  createServer((request, response) => response.end(database.getUri().split(':')[0])).listen(3000)
})
