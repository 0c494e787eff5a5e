import { createServer } from 'node:http'
import { notes } from 'release-notes-of-ours'
createServer((_, res) => res.end(notes())).listen(3000)
