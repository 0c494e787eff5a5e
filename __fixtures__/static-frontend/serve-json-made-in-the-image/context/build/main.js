document.title = "Tide tables today"
