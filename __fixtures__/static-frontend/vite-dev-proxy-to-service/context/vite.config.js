import { defineConfig } from 'vite'

export default defineConfig({
  server: {
    proxy: {
      '/api': { target: 'http://backend:5000', changeOrigin: true },
      '/files': {
        target: 'http://backend:5000',
        rewrite: (path) => path.replace(/^\/files/, ''),
      },
    },
  },
})
