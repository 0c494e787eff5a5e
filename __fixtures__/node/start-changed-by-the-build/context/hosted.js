require('node:http').createServer((_, answer) => answer.end('hosted')).listen(3000)
