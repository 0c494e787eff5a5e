const http = require('node:http')
const { Sequelize } = require('sequelize')

fetch(process.env.SETTINGS_URL)
  .then((answer) => answer.json())
  .then(({ hives }) => new Sequelize(hives).authenticate())
  .then(() => http.createServer((request, response) => response.end('apiary')).listen(3000))
