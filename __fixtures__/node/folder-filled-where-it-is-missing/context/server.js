const fs = require('node:fs')
const { createServer } = require('node:http')
const path = require('node:path')
const slugify = require('slugify')

const data = path.join(__dirname, 'data')
const users = path.join(data, 'users.json')
if (!fs.existsSync(data)) {
  fs.mkdirSync(data)
  fs.writeFileSync(users, JSON.stringify([slugify('first user')]))
}

createServer((request, response) => response.end(fs.readFileSync(users, 'utf8'))).listen(3000)
