export default defineNuxtConfig({
  nitro: {
    storage: { notes: { driver: 'fs', base: './data/notes' } },
    devStorage: { notes: { driver: 'fs', base: './.data/notes' } },
  },
})
