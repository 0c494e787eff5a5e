import { createServer } from 'node:http'

let today = () => 'a day'
if (process.env.NODE_ENV !== 'production') {
  const dayjs = require('dayjs')
  today = () => dayjs('2024-01-01').format('YYYY')
}
createServer((_, answer) => answer.end(today())).listen(3000)
