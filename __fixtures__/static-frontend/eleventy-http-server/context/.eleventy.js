module.exports = (config) => {
  config.addPassthroughCopy('img')
  return { dir: { input: 'pages' } }
}
