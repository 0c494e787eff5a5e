process.send(require('../lib/greet')())
