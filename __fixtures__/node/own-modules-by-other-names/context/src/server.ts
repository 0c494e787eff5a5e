import { createServer } from 'node:http'

const tides = require('tides/table')
const quays = require('harbour/charts/quays')

createServer((request, response) => response.end(JSON.stringify({ tides, quays }))).listen(3000)
