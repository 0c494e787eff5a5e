module.exports = require('slugify')
