level="level 9"
