from setuptools import setup

setup(name="tides", version="1.0.0", packages=["tides"], install_requires=["waitress==3.0.0"])
