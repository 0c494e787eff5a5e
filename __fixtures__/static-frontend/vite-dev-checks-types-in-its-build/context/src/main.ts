document.getElementById('app').textContent = 'Ferry at ' + location.pathname
const tide = 3
