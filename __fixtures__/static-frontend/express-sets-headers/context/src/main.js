document.getElementById('app').textContent = 'Seeds at ' + location.pathname
