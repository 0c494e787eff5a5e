import h5py

with h5py.File("numbers", "w", driver="core", backing_store=False) as file:
    file["seven"] = 7
    print(file["seven"][()])
