module.exports = ['06:10', '18:32']
