import 'module-alias/register'
import { createServer } from 'node:http'

const { name } = require('@settings/app')
createServer((_, answer) => answer.end(name)).listen(3000)
