from setuptools import setup

setup(name="depot", py_modules=["depot"], entry_points={"console_scripts": ["depot=depot:main"]})
