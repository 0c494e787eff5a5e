exports.title = 'tax'
