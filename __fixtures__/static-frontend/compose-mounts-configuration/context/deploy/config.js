window.config = { api: 'https://api.example.com' }
