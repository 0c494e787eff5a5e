const { defineConfig } = require('@vue/cli-service')

const headers = { 'Cache-Control': 'no-store', 'X-Frame-Options': 'DENY' }

module.exports = defineConfig({
  devServer: { headers, proxy: { '^/api': { target: 'http://birds-api:8000' } } },
})
