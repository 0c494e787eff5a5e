document.getElementById('app').textContent = 'Decks at ' + location.pathname
