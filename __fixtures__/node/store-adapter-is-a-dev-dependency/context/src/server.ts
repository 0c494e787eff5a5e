import { createServer } from 'node:http'
import Keyv from 'keyv'

const sailings = new Keyv('redis://sailings:6379')

createServer(async (request, response) => response.end(await sailings.get('next'))).listen(3000)
