document.body.append('Nothing is pinned yet.')
