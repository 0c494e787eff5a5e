setInterval(() => console.log('counted'), 60_000).unref()
