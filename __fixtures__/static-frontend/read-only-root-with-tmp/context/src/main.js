document.getElementById('app').textContent = 'Gauges at ' + location.pathname
