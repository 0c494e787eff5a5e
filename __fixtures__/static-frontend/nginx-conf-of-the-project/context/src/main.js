document.getElementById('app').textContent = 'Nets at ' + location.pathname
