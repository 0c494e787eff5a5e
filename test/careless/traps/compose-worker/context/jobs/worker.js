console.log('queue of ' + require('./queue').length)
