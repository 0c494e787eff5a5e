from moon import phase

print(phase())
