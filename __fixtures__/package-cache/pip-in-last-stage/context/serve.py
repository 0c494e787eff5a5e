from functools import partial
from http.server import HTTPServer, SimpleHTTPRequestHandler

HTTPServer(("", 8000), partial(SimpleHTTPRequestHandler, directory="out")).serve_forever()
