exports.name = require('./names').orders
