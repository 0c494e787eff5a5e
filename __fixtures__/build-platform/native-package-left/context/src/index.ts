import { createServer } from 'node:http'
import bcrypt from 'bcrypt'

createServer((request, response) => {
  response.end(bcrypt.hashSync('a', 4))
}).listen(3000)
