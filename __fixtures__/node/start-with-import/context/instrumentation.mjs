import { performance } from 'node:perf_hooks'

process.on('exit', () => console.log(`up for ${Math.round(performance.now() / 1000)} s`))
