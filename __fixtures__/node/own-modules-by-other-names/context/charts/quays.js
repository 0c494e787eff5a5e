module.exports = ['north', 'south']
