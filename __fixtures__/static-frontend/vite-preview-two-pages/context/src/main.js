document.getElementById('app').textContent = 'Census at ' + location.pathname
