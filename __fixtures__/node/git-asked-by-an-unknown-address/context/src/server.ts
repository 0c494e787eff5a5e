import { createServer } from 'node:http'
import { simpleGit } from 'simple-git'

const address = process.env.REPOSITORY ?? 'git@git.example.com:pages/wiki.git'

createServer(async (_request, response) => {
  await simpleGit().clone(address, `/tmp/wiki-${Date.now()}`)
  response.end('cloned')
}).listen(3000)
