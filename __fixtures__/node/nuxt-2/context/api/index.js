export default (request, response) => response.end('{"people":[]}')
