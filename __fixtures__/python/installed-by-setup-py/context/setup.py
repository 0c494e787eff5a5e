from setuptools import setup
setup(name="shop", py_modules=["shop"], install_requires=["flask==3.0.3"])
