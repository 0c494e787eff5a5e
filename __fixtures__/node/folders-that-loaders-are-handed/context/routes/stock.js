const stock = require('../lib/stock')

module.exports = (app) => app.get('/', (request, response) => response.json(stock))
