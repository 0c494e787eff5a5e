globalThis.state = 'traced'
