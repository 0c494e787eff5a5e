document.getElementById('app').textContent = import.meta.env.VITE_API_URL
