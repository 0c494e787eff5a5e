document.title = 'Orders today'
