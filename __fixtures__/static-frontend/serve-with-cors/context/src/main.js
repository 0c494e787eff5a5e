document.getElementById('app').textContent = 'Charts at ' + location.pathname
