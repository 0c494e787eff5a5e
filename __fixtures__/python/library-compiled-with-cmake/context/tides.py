from waitress import serve


def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"high water at 14:05\n"]


serve(app, listen="0.0.0.0:8000")
