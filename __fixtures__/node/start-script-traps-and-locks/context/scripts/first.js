console.log('first')
