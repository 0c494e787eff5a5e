import { readFile } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import slugify from 'slugify'

const folder = process.env.FOLDER ?? slugify('shared texts')

createServer((request, response) => {
  readFile(path.resolve(folder, path.basename(request.url ?? '')), (error, text) => {
    response.writeHead(error ? 404 : 200).end(text)
  })
}).listen(3000)
