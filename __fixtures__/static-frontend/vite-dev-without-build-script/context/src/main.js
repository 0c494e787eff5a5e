document.getElementById('app').textContent = 'Scales at ' + location.pathname
