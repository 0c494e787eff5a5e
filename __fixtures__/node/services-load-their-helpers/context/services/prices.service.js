const { readFileSync } = require('node:fs')
const { format } = require('../lib/format')

module.exports = {
  name: 'prices',
  actions: { list: () => format(JSON.parse(readFileSync('data/prices.json', 'utf8'))) },
}
