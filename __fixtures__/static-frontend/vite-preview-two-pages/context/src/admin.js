document.getElementById('app').textContent = 'Offices'
