exports.first = 7
