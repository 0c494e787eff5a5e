import { createServer } from 'node:http'
import { bars } from 'chart-images-of-ours'
createServer((_, res) => res.end(bars([1, 2]))).listen(3000)
