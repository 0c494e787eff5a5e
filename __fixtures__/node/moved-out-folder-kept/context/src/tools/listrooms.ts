import slugify from 'slugify'

console.log(slugify('no rooms yet'))
