import { createServer } from 'node:http'
import puppeteer from 'puppeteer'

createServer(async (_request, response) => {
  const browser = await puppeteer.launch({ args: ['--no-sandbox'] })
  response.end(await browser.version())
  await browser.close()
}).listen(3000)
