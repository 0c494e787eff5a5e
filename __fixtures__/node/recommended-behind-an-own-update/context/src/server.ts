import { execFile } from 'node:child_process'
import express from 'express'

const app = express()
app.get('/', (_request, response) => {
  execFile('chromium', ['--headless', '--screenshot=/tmp/page.png', 'https://example.com/'], () =>
    response.sendFile('/tmp/page.png'),
  )
})
app.listen(3000)
