import { createServer } from 'node:http'
import { exiftool } from 'exiftool-vendored'
createServer(async (_, res) => res.end(await exiftool.version())).listen(3000)
