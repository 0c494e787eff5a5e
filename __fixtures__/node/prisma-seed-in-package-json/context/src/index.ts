import { createServer } from 'node:http'
import { PrismaClient } from '@prisma/client'

const db = new PrismaClient()

createServer(async (_, response) => {
  response.end(JSON.stringify(await db.berth.findMany()))
}).listen(3000)
