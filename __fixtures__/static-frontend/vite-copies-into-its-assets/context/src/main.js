document.body.append('registry')
