module.exports = {
  apps: [{ name: 'billing', script: './dist/index.js', out_file: './logs/out.log', error_file: './logs/error.log' }],
}
