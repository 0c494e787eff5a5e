import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import slugify from 'slugify'

const letter = readFileSync(path.join(__dirname, 'templates', 'letter.txt'), 'utf8')

createServer((request, response) => response.end(slugify(letter))).listen(3000)
