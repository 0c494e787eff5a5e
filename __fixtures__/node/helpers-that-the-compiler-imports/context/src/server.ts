import { createServer } from 'node:http'

const words = ['hello', 'shop']
createServer((_, answer) => answer.end([...words, 'of books'].join(' '))).listen(3000)
