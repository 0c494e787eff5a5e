module.exports = { generateBuildId: () => 'opera' }
