import logging

log = logging.getLogger("tides")
log.addHandler(logging.FileHandler("tides.log"))


def app(environ, start_response):
    log.warning("asked for %s", environ["PATH_INFO"])
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"high water at 14:05\n"]
