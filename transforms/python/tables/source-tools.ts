/** Programs of packages that work on the sources where these are: https://docs.djangoproject.com/en/stable/ref/django-admin/, https://flask.palletsprojects.com/en/stable/cli/ */
export const sourceTools: ReadonlySet<string> = new Set(
  'django-admin django-admin.py flask pybabel alembic aerich mkdocs sphinx-build nikola pelican pyside6-rcc playwright scrapy dvc'.split(
    ' ',
  ),
)
