document.title = HOME
