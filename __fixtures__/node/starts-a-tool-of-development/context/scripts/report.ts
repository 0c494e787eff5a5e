console.log(['tea', 'coffee'].sort().join(', ') as string)
