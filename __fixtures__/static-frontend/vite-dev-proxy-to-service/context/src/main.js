document.getElementById('app').textContent = 'Parcels at ' + location.pathname
