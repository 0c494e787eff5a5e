import { createServer } from 'node:http'
import knex from 'knex'

const db = knex({ client: 'pg', connection: process.env.DATABASE_URL })

createServer(async (_, response) => {
  response.end(JSON.stringify(await db('moorings')))
}).listen(3000)
