import { readFileSync } from 'node:fs'

const file = process.env.GREETINGS ?? '../common/greetings.json'
const greetings: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'))

export const greeting = greetings['day']
