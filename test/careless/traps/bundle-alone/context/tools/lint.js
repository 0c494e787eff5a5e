console.log('linted')
