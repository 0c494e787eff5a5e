import { createServer } from 'node:http'
import { PythonShell } from 'python-shell'

createServer((_, answer) => {
  void PythonShell.run('jobs/count.py').then((lines) => answer.end(lines.join()))
}).listen(3000)
