import { createServer } from 'node:http'
import { greeting } from '../../common/greeting'

createServer((request, response) => response.end(`${greeting} from ${request.url}`)).listen(3000)
