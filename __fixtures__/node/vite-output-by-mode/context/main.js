document.title += ', today'
