import { createServer } from 'node:http'
import { chromium } from 'playwright'
createServer(async (_, res) => res.end((await chromium.launch()).version())).listen(3000)
