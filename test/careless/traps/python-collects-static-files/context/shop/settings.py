from pathlib import Path

BASE = Path(__file__).parent.parent
SECRET_KEY = "for tests"
INSTALLED_APPS = ["django.contrib.staticfiles"]
STATIC_URL = "/static/"
STATIC_ROOT = BASE / "collected"
STATICFILES_DIRS = [BASE / "assets"]
