document.getElementById('app').textContent = 'Alarm at ' + location.pathname
