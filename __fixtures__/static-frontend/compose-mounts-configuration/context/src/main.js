document.getElementById('app').textContent = 'Cranes at ' + location.pathname
