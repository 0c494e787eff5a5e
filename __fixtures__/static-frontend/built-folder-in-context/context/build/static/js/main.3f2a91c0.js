document.body.append('Kites')
