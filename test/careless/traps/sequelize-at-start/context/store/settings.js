module.exports = { development: { dialect: 'sqlite', storage: '/tmp/store.db' } }
