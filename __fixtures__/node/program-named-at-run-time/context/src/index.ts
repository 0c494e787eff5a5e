import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import slugify from 'slugify'

const hook = process.env.HOOK ?? 'git'

createServer((request, response) => {
  execFile(hook, ['--version'], (error) => {
    response.writeHead(error ? 500 : 200).end(slugify(`${hook} answered`))
  })
}).listen(3000)
