module.exports = [1, 2]
