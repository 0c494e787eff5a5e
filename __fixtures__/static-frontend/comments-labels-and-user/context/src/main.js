document.getElementById('app').textContent = 'Lamps at ' + location.pathname
