const { mkdirSync, readFileSync, writeFileSync } = require('node:fs')
const { render } = require('mustache')

mkdirSync('dist', { recursive: true })
writeFileSync('dist/index.html', render(readFileSync('page.mustache', 'utf8'), { title: 'Shop' }))
