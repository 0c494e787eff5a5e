document.querySelector('main').textContent = 'White to move'
