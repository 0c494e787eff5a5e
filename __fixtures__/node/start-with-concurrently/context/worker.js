setInterval(() => console.log('nothing to do'), 60_000)
