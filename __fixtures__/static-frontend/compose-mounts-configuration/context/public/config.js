window.config = { api: '/api' }
