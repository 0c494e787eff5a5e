const { DataSource } = require('typeorm')
module.exports = new DataSource({ type: 'sqljs', migrations: ['store/steps/*.js'] })
