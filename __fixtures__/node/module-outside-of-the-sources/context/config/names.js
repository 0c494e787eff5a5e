exports.orders = 'orders'
