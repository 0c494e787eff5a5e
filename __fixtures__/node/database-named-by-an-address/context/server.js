const http = require('node:http')
const { Sequelize } = require('sequelize')

const trees = new Sequelize(process.env.TREES_URL || 'sqlite:stock/trees.db', { logging: false })
const of = require('./settings/databases.json')[process.env.STAGE || 'live']
const visits = new Sequelize(of.name, of.user, of.password, { ...of, logging: false })

Promise.all([trees.authenticate(), visits.authenticate()]).then(() =>
  http.createServer((request, response) => response.end('orchard')).listen(3000),
)
