console.log('seeded')
