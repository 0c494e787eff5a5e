def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"high tide at noon\n"]


def main():
    from wsgiref.simple_server import make_server

    make_server("", 8000, app).serve_forever()
