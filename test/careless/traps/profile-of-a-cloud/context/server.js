const { createServer } = require('node:http')
const { loadSharedConfigFiles } = require('@smithy/shared-ini-file-loader')

loadSharedConfigFiles().then(({ configFile }) => {
  createServer((_, response) => response.end(configFile.default.region)).listen(3000)
})
