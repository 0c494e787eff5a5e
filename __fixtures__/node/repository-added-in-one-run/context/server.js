const http = require('node:http')
const fs = require('node:fs')
const slugify = require('slugify')

const titles = fs.existsSync('/opt/seed/titles.txt')
  ? fs.readFileSync('/opt/seed/titles.txt', 'utf8').trim().split('\n')
  : ['No Seed']

http
  .createServer((request, response) => response.end(titles.map((title) => slugify(title)).join(' ')))
  .listen(3000)
