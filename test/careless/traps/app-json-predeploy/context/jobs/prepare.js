console.log('prepared')
