module.exports = {
  title: 'Manual',
  url: 'https://manual.example.com',
  baseUrl: '/',
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]],
}
