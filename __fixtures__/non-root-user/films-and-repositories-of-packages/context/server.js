const express = require('express')
const session = require('express-session')
const ffmpeg = require('fluent-ffmpeg')
const { simpleGit } = require('simple-git')
const SQLiteStore = require('connect-sqlite3')(session)

const app = express()
app.use(session({ store: new SQLiteStore({ dir: 'data' }), secret: process.env.SECRET }))
app.post('/films/:id', (request, response) => {
  const film = ffmpeg(request.body.address).size('640x?')
  film.on('end', () => response.sendStatus(201)).save(`films/${Number(request.params.id)}.mp4`)
})
app.post('/frames', (request, response) =>
  ffmpeg(request.body.address).screenshots({ count: 4, folder: 'frames' }),
)
app.post('/notes', (request, response) => simpleGit().clone(request.body.address, 'notes'))
app.listen(3000)
