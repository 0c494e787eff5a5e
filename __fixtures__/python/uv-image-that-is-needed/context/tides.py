import mod_wsgi

print(mod_wsgi.version)
