const dayjs = require('dayjs')
const { greet } = require('../dist/greet')

require('node:http')
  .createServer((_, answer) => answer.end(greet(dayjs('2024-01-01').format('YYYY'))))
  .listen(3000)
