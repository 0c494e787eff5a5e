import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import slugify from 'slugify'

function greeting(language: string): string {
  const texts: { hello: string } = JSON.parse(readFileSync(`./locales/${slugify(language)}.json`, 'utf8'))
  return texts.hello
}

createServer((request, response) => {
  response.end(greeting(request.url === '/de' ? 'de' : 'en'))
}).listen(3000)
