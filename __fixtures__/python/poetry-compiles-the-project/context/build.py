from Cython.Build import cythonize

cythonize("tides.py")
