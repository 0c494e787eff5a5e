exports.up = async () => {}
exports.down = async () => {}
