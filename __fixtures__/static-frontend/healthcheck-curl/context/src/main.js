document.getElementById('app').textContent = 'Pulse at ' + location.pathname
