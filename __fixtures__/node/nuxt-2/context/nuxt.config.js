export default {
  head: { title: 'Phonebook' },
  buildModules: ['@nuxtjs/eslint-module'],
  serverMiddleware: [{ path: '/api', handler: '~/api/index.js' }],
}
