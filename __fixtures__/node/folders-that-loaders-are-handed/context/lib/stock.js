module.exports = ['bolts', 'nuts']
