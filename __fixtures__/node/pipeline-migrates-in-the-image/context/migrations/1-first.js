module.exports = { up: async () => {} }
