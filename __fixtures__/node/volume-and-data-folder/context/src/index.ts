import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import slugify from 'slugify'

const folder = path.join(process.cwd(), 'data')
const file = path.join(folder, 'visits.json')

mkdirSync(folder, { recursive: true })

createServer((request, response) => {
  const visits = existsSync(file) ? Number(readFileSync(file, 'utf8')) + 1 : 1
  writeFileSync(file, String(visits))
  response.end(slugify(`visit ${visits}`))
}).listen(3000)
