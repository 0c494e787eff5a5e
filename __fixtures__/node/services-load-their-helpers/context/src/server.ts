import { createServer } from 'node:http'
import { ServiceBroker } from 'moleculer'

const broker = new ServiceBroker({ logger: false })
broker.loadServices('./services')

broker.start().then(() => {
  createServer(async (request, response) => {
    response.end(`${await broker.call('prices.list')}\n`)
  }).listen(3000)
})
