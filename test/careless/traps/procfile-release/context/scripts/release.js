console.log('released')
