SECRET_KEY = "for tests"
INSTALLED_APPS = [name + "rt" for name in ("ca",)]
