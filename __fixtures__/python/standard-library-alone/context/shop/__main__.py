import json
import sqlite3
from http.server import BaseHTTPRequestHandler, HTTPServer

connection = sqlite3.connect(":memory:")
connection.execute("create table prices (name text, price integer)")
connection.execute("insert into prices values ('tea', 3)")


class Prices(BaseHTTPRequestHandler):
    def do_GET(self):
        rows = dict(connection.execute("select name, price from prices"))
        body = json.dumps(rows).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body)


HTTPServer(("", 8000), Prices).serve_forever()
