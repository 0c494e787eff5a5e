import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'

const stage = process.env.STAGE ?? 'production'
const settings = JSON.parse(readFileSync(`./rates.${stage}.json`, 'utf8'))
const texts = JSON.parse(
  readFileSync(path.join(__dirname, '..', stage + '.texts.json'), 'utf8'),
)

createServer((request, response) => {
  response.end(`${texts.title} ${settings.base}\n`)
}).listen(3000)
