document.getElementById('app').textContent = 'Masts at ' + location.pathname
