exports.greet = () => 'good day'
