require('node:http')
  .createServer((_, response) => response.end('tick'))
  .listen(3000)
