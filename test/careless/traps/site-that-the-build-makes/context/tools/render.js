const fs = require('node:fs')
fs.mkdirSync('out/site', { recursive: true })
fs.writeFileSync('out/site/index.html', 'rendered')
