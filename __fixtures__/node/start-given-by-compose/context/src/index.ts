import { createServer } from 'node:http'
import slugify from 'slugify'

createServer((request, response) => response.end(slugify('on the list'))).listen(3000)
