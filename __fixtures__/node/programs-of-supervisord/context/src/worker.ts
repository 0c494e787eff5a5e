import { readFileSync } from 'node:fs'

setInterval(() => console.log(readFileSync('schedule/plan.txt', 'utf8')), 60_000)
