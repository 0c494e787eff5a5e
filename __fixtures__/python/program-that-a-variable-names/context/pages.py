import os
import subprocess

from waitress import serve


def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [subprocess.check_output([os.environ["PAGER_PROGRAM"], "pages.py"])]


serve(app, host="0.0.0.0", port=8000)
