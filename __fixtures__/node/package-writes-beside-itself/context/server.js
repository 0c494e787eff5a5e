require('@instana/collector')({ tracing: { enabled: false } })
const http = require('http')

http.createServer((request, response) => response.end('cart')).listen(3000)
