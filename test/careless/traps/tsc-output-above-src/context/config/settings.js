exports.owner = 'Ada'
