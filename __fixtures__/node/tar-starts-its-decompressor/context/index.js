const { execFileSync, execSync } = require('node:child_process')
const { createServer } = require('node:http')

execFileSync('tar', ['-xf', 'seed.tar.xz', '-C', '/tmp'])
execSync('tar xjf more.tar.bz2 -C /tmp')

createServer((request, response) => response.end(execSync('cat /tmp/one.txt /tmp/two.txt'))).listen(3000)
