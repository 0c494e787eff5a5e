import { defineConfig } from 'vite'

export default defineConfig({ base: '/map/', build: { outDir: 'out' } })
