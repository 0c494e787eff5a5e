import http from 'node:http'
http.createServer(async (ask, answer) => {
  const { greeting } = await import(`./languages/${ask.url.slice(1)}.mjs`)
  answer.end(greeting)
}).listen(3000)
