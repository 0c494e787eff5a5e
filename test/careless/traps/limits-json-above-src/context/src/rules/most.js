const limits = require('../../shared/limits.json')
exports.most = () => limits.most
