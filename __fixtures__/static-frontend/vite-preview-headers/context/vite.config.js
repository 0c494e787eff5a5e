import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const isolated = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
}

export default defineConfig({
  plugins: [vue()],
  server: { port: 5200, cors: true, headers: isolated },
  preview: { headers: { ...isolated, 'X-Robots-Tag': 'noindex, "nofollow"' } },
})
