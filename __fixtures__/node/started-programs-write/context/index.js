const { execFileSync, execSync } = require('node:child_process')
const { createServer } = require('node:http')

execSync('mkdir -p pages/drafts')
execFileSync('cp', ['welcome.txt', 'pages/welcome.txt'])
execFileSync('tar', ['-czf', 'kept/pages.tgz', 'pages'])

createServer((request, response) => response.end(execSync('ls pages kept'))).listen(3000)
