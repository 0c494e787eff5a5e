import { createServer } from 'node:http'
import { exiftool } from 'exiftool-vendored'
createServer(async (_, res) => res.end(JSON.stringify(await exiftool.read('photo.jpg')))).listen(3000)
