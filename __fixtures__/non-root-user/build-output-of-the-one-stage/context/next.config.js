const extra = process.env.EXTRA_CONFIG
module.exports = extra ? require(extra) : {}
