const express = require('express')
const app = express()
app.get('/', (request, response) => response.send('shop'))
app.listen(3000)
