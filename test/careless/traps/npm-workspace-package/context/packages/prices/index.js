exports.of = () => '12 euros'
