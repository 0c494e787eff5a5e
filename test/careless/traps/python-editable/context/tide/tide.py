LEVEL = "high water"
