document.getElementById('app').textContent = 'Piers at ' + location.pathname
