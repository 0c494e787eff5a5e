document.getElementById('app').textContent = 'Beacon at ' + location.pathname
