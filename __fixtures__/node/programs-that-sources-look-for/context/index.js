const commandExists = require('command-exists').sync
const which = require('which')
const { createServer } = require('node:http')

if (!commandExists('curl')) process.exit(1)
const convert = which.sync('convert')

createServer((request, response) => response.end(convert)).listen(3000)
