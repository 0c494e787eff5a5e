from http.server import BaseHTTPRequestHandler, HTTPServer

from markupsafe import escape


class Page(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(str(escape('<hello>')).encode())


HTTPServer(('', 8000), Page).serve_forever()
