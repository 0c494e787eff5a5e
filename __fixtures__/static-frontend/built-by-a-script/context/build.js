const { mkdirSync, writeFileSync } = require('node:fs')
const { render } = require('mustache')

mkdirSync('dist', { recursive: true })
writeFileSync('dist/index.html', render('<title>{{title}}</title>\n', { title: 'Brochure' }))
