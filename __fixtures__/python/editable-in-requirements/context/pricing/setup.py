from setuptools import setup

setup(name="pricing", py_modules=["pricing"])
