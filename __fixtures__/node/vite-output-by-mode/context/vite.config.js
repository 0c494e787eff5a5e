import { defineConfig } from 'vite'

export default defineConfig(({ mode }) => ({
  build: { outDir: mode === 'production' ? 'public-build' : 'preview-build' },
}))
