import { createServer } from 'node:http'
import { launch } from 'puppeteer'
createServer(async (_, res) => res.end(await (await launch()).version())).listen(3000)
