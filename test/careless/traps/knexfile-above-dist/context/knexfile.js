module.exports = { client: 'pg' }
