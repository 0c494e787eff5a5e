import { defineConfig } from 'vite'
import { route } from './vendor/tightenco/ziggy/index.js'
import laravel from 'laravel-vite-plugin'

export default defineConfig({
  define: { HOME: JSON.stringify(route('home')) },
  plugins: [
    laravel({
      input: ['resources/css/app.css', 'resources/js/app.js'],
      refresh: true,
    }),
  ],
})
