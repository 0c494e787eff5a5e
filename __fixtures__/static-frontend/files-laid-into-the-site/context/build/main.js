document.title = `${window.harbour}: tide tables`
