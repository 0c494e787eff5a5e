document.getElementById('app').textContent = 'Vault at ' + location.pathname
