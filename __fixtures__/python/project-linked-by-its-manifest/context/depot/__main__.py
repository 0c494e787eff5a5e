import werkzeug
from http.server import BaseHTTPRequestHandler, HTTPServer


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(werkzeug.__name__.encode())


HTTPServer(("", 8000), Handler).serve_forever()
