const fs = require('node:fs')

fs.mkdirSync('dist', { recursive: true })
fs.writeFileSync('dist/index.html', `<h1>${[1, 2, 3].join(' ')}</h1>\n`)
