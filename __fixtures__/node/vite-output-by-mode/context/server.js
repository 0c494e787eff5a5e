const path = require('node:path')
const express = require('express')

const app = express()
app.get('/notices', (request, response) => response.json(['Tea at four']))
app.use(express.static(path.join(__dirname, 'public-build')))
app.listen(3000, () => console.log('notices on 3000'))
