const Order = require('../models/order')
exports.home = () => 'order ' + Order.first
