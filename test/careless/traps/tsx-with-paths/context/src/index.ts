import http from 'node:http'
import { greet } from '@lib/greet'
http.createServer((_ask, answer) => answer.end(greet())).listen(3000)
