const { readFileSync } = require('node:fs')
const address = new URL(`mongodb://${process.env.HOST ?? 'db'}/shop?tls=true&tlsCAFile=authority.pem`)
const authority = readFileSync(address.searchParams.get('tlsCAFile'), 'utf8')
require('node:http').createServer((_, answer) => answer.end(authority)).listen(3000)
