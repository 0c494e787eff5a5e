import { createServer } from 'node:http'
import slugify from 'slugify'

const port = Number(process.env.PORT ?? 3000)

createServer((request, response) => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ service: 'clock', path: slugify(new Date(0).toString().slice(0, 21)) }))
}).listen(port)
