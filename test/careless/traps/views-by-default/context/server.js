const app = require('express')()
app.set('view engine', 'ejs')
app.get('/', (ask, answer) => answer.render('home', { name: 'Ada' }))
app.listen(3000)
