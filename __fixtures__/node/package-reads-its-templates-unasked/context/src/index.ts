import { createServer } from 'node:http'
import { mail } from './mail'
createServer(async (_, res) => res.end(await mail.render('welcome/html'))).listen(3000)
