console.log(require('node:fs').readFileSync(__dirname + '/steps/1.sql', 'utf8'))
