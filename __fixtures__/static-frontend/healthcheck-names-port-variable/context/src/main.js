document.getElementById('app').textContent = 'Signal at ' + location.pathname
