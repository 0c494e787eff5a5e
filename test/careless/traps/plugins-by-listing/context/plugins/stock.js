exports.title = 'stock'
