const { createProxyMiddleware } = require('http-proxy-middleware')

module.exports = function (app) {
  app.use(
    '/api',
    createProxyMiddleware({
      target: 'http://api:4000',
      changeOrigin: true,
      pathRewrite: { '^/api': '/v1' },
    }),
  )
}
