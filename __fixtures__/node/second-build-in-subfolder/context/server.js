const path = require('node:path')
const express = require('express')

const app = express()
app.get('/orders', (request, response) => response.json([{ id: 1, item: 'lamp' }]))
app.use(express.static(path.join(__dirname, 'client', 'site')))
app.listen(3000, () => console.log('orders on 3000'))
