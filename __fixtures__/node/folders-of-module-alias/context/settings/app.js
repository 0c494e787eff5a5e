module.exports = { name: 'shop' }
