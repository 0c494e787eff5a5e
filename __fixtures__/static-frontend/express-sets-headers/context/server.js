const path = require('node:path')
const express = require('express')

const app = express()
const site = path.join(__dirname, 'dist')

app.use((request, response, next) => {
  response.setHeader('X-Frame-Options', 'DENY')
  next()
})
app.use(express.static(site))
app.get('*', (request, response) => response.sendFile(path.join(site, 'index.html')))

app.listen(process.env.PORT || 8080)
