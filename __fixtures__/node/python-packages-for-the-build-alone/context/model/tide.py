from model.moon import phase

print(phase())
