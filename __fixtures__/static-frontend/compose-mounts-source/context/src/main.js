document.getElementById('app').textContent = 'Locks at ' + location.pathname
