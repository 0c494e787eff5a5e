import { createServer } from 'node:http'
import { PrismaClient } from '@prisma/client'

const client = new PrismaClient()

createServer(async (request, response) => {
  response.end(JSON.stringify(await client.person.findMany()))
}).listen(3000)
