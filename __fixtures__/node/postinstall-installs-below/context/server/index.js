const express = require('express')
const app = express()
app.get('/', (request, response) => response.send('orders'))
app.listen(3000)
