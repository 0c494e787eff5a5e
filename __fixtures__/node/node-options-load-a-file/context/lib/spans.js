exports.spans = ['http', 'fs']
