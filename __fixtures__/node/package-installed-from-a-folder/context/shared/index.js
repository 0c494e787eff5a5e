exports.label = (text) => `a ${text}`
