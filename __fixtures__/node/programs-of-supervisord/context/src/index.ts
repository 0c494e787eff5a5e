import { createServer } from 'node:http'
import slugify from 'slugify'

createServer((request, response) => response.end(slugify('two of them'))).listen(3000)
