import { createServer } from 'node:http'

const dayjs = require('dayjs')
createServer((_, answer) => answer.end(dayjs('2024-01-01').format('YYYY'))).listen(3000)
