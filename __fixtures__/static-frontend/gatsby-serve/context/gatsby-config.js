module.exports = {
  siteMetadata: { title: 'Notebook' },
}
