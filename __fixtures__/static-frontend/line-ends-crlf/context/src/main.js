document.getElementById('app').textContent = 'Reels at ' + location.pathname
