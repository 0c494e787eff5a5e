const http = require('node:http')
http.get({ socketPath: '/var/run/docker.sock', path: '/info' }).on('error', () => {})
http.createServer((ask, answer) => answer.end(String('up'))).listen(3000)
