require('node:fs').copyFileSync('tsconfig.json', 'tsconfig.build.json')
