module.exports = () => 'hello from the child'
