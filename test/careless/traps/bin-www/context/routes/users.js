exports.first = 'ada'
