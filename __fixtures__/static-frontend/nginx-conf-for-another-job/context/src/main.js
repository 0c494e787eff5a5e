document.getElementById('app').textContent = 'Ropes at ' + location.pathname
