const path = require('node:path')
const express = require('express')

const app = express()

app.use(express.static('public'))
app.use((request, response) => {
  response.status(404).sendFile(path.join(__dirname, 'public/404.html'))
})

app.listen(3000)
