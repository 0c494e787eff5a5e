import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const folder = path.join(__dirname, '..', 'migrations')

for (const file of readdirSync(folder).sort()) {
  const statements = readFileSync(path.join(folder, file), 'utf8').split(';').filter((text) => text.trim())
  console.log(`${file}: ${statements.length} statements`)
}
