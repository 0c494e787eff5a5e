import http from 'node:http'
http.createServer((_ask, answer) => answer.end('typed')).listen(3000)
