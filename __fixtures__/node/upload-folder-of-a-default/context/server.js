const express = require('express')

const app = express()
app.use(require('express-fileupload')({ useTempFiles: true }))
app.use(require('less-middleware')(__dirname + '/styles'))
app.use(express.static('styles'))
app.get('/', (request, response) => response.send('gallery'))
app.listen(3000)
