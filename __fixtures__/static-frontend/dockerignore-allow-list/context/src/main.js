document.getElementById('app').textContent = 'Seals at ' + location.pathname
