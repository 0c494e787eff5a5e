const http = require('node:http')
const config = require('config')
const log4js = require('log4js')

// The files that it writes to are named in config/default.json.
log4js.configure(config.get('logging'))
const log = log4js.getLogger()

http
  .createServer((request, response) => {
    log.info(request.url)
    response.end('parcels')
  })
  .listen(3000)
