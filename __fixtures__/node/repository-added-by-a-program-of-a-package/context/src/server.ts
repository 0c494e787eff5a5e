import { execFile } from 'node:child_process'
import { createServer } from 'node:http'

createServer((_, answer) => execFile('pg_dump', ['--version'], (_, out) => answer.end(out))).listen(3000)
