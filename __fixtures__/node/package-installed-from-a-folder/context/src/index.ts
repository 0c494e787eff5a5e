import { createServer } from 'node:http'
import { label } from 'shared'
import slugify from 'slugify'

createServer((request, response) => response.end(slugify(label('ride')))).listen(3000)
