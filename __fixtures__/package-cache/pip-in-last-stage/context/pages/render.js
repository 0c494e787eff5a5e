const { mkdirSync, writeFileSync } = require('node:fs')

mkdirSync('out', { recursive: true })
writeFileSync('out/index.html', '<h1>Tides</h1>\n')
