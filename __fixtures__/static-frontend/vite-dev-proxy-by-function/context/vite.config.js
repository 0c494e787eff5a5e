import { defineConfig } from 'vite'

export default defineConfig({
  server: {
    proxy: {
      '/api': {
        target: 'http://backend:5000',
        configure: (proxy) => proxy.on('proxyReq', (request) => request.setHeader('x-source', 'web')),
      },
    },
  },
})
