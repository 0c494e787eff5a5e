console.log('swept')
