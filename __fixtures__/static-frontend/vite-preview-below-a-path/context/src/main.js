document.getElementById('app').textContent = 'Map at ' + location.pathname
