const { createServer } = require('node:http')
const sharp = require('sharp')

const badge = Buffer.from('<svg width="90" height="20"><text x="5" y="15">passing</text></svg>')

createServer(async (request, response) => {
  response.end(await sharp(badge).png().toBuffer())
}).listen(3000)
