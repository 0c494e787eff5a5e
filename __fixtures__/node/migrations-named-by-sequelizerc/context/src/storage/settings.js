const shared = require('../shared')
module.exports = { production: { url: process.env.DATABASE_URL, ...shared } }
