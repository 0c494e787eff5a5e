document.getElementById('app').textContent = 'Dials at ' + location.pathname
