import { execSync } from 'node:child_process'
import { createServer } from 'node:http'

const report = execSync('npm run --silent report').toString()

createServer((request, response) => {
  response.end(report)
}).listen(3000)
