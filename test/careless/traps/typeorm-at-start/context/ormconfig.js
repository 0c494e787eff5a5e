const { DataSource } = require('typeorm')
module.exports = new DataSource({ type: 'better-sqlite3', database: '/tmp/shop.db', migrations: ['store/steps/*.js'] })
