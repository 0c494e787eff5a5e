document.getElementById('app').textContent = 'Flags at ' + location.pathname
