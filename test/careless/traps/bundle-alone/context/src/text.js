module.exports = 'all here'
