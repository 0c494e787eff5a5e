module.exports = { scripts: { default: 'node tools/serve.js' } }
