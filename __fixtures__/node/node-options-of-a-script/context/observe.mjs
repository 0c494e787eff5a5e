globalThis.observed = true
