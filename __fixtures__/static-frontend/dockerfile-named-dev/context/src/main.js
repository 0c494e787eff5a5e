document.getElementById('app').textContent = 'Buoys at ' + location.pathname
