const fs = require('node:fs')

fs.mkdirSync('dist', { recursive: true })
fs.writeFileSync('dist/index.html', '<h1>nginx</h1>\n')
