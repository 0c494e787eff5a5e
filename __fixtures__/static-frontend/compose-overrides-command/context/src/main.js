document.getElementById('app').textContent = 'Docks at ' + location.pathname
