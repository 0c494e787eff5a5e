document.getElementById('app').textContent = 'Ferry at ' + location.pathname
