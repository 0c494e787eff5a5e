import { createServer } from 'node:http'
import $RefParser from '@apidevtools/json-schema-ref-parser'

createServer(async (_, response) => {
  const api = await $RefParser.dereference('api.yaml')
  response.end(JSON.stringify(api))
}).listen(3000)
