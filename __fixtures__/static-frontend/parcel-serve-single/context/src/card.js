document.getElementById('card').textContent = 'Greetings from ' + location.pathname
