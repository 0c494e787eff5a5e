const { existsSync, copyFileSync } = require('node:fs')

if (existsSync('.env')) copyFileSync('.env', 'dist/settings.env')
