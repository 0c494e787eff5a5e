document.getElementById('app').textContent = 'Canals at ' + location.pathname
