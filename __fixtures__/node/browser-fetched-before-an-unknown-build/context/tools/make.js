require('node:child_process').execSync(process.env.MAKE)
