module.exports = (environment) => ({
  modulePrefix: 'orchard',
  environment,
  rootURL: '/',
  locationType: 'history',
  EmberENV: {},
  APP: {},
})
