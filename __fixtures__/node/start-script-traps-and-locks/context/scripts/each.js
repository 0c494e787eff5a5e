console.log('each')
