const agent = require('elastic-apm-node').start()
require('node:http').createServer((_, answer) => answer.end(agent.getServiceName())).listen(3000)
