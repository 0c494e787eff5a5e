import { mkdirSync, writeFileSync } from 'node:fs'

mkdirSync('notes', { recursive: true })
writeFileSync('notes/started.txt', 'ready')
