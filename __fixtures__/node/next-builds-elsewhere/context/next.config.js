module.exports = { poweredByHeader: false, distDir: process.env.NEXT_FOLDER || 'build' }
