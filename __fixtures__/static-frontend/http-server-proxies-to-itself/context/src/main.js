document.getElementById('app').textContent = 'Rafts at ' + location.pathname
