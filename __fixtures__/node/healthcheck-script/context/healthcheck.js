const { get } = require('node:http')

get('http://localhost:3000/', (response) => process.exit(response.statusCode === 200 ? 0 : 1)).on('error', () =>
  process.exit(1),
)
