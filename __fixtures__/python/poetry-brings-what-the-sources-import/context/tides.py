import requests


def app(environ, start_response):
    high = requests.get("https://tides.example/high", timeout=5).text
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [high.encode()]
