const { readFileSync } = require('node:fs')

setInterval(() => console.log(readFileSync('plans/today.txt', 'utf8')), 500)
