module.exports = {
  apps: [{ name: 'gateway', script: 'server.js', env_production: { NODE_ENV: 'production' } }],
}
