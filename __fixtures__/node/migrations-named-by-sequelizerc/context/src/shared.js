module.exports = { dialect: 'postgres' }
