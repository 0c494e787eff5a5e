import { createServer } from 'node:http'
import routes from '@routes-of-the-bundler'

createServer((request, answer) => routes(request, answer)).listen(3000)
