require('node:http')
  .createServer((request, response) => response.end('preview\n'))
  .listen(3000)
