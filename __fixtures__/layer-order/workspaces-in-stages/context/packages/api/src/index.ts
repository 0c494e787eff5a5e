import { createServer } from 'node:http'
import slugify from 'slugify'
import { label } from 'words'

createServer((request, response) => response.end(slugify(label('train')))).listen(3000)
