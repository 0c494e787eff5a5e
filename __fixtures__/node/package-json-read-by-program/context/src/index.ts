import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import slugify from 'slugify'

const { name, version } = JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8'))

createServer((request, response) => response.end(slugify(`${name} ${version}`))).listen(3000)
