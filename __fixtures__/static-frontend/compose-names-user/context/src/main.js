document.getElementById('app').textContent = 'Tugs at ' + location.pathname
