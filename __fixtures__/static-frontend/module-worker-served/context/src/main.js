new Worker('/worker.mjs', { type: 'module' })
