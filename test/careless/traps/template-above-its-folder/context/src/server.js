const pug = require('pug')
require('node:http')
  .createServer((_, answer) => answer.end(pug.renderFile('mail/welcome.pug', { basedir: '.' })))
  .listen(3000)
