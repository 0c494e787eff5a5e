const users = require('./routes/users')
module.exports = (ask, answer) => answer.end(users.first)
