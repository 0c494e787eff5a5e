const { createServer } = require('node:http')
const multer = require('multer')

multer({
  storage: multer.diskStorage({
    destination: './uploads',
    filename: (request, file, callback) => callback(null, file.originalname),
  }),
})

createServer((request, response) => response.end('pictures')).listen(3000)
