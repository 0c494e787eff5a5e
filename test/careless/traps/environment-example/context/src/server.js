require('dotenv-safe').config()
require('node:http').createServer((_, answer) => answer.end(`port ${process.env.SHOP_NAME}`)).listen(3000)
