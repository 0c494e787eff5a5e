console.log('last')
