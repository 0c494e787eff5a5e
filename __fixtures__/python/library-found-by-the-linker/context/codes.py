from pyzbar.pyzbar import ZBarSymbol
from waitress import serve


def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [ZBarSymbol.QRCODE.name.encode()]


serve(app, host="0.0.0.0", port=8000)
