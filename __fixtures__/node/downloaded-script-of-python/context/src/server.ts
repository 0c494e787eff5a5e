import { execFile } from 'node:child_process'
import { createServer } from 'node:http'

createServer((_, answer) => execFile('yt-dlp', ['--version'], (_, out) => answer.end(out))).listen(3000)
