const { dest, src } = require('gulp')

exports.default = () => src('styles/*.css').pipe(dest('public'))
