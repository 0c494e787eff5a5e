module.exports = { client: 'better-sqlite3', connection: { filename: '/tmp/shop.db' }, useNullAsDefault: true }
