from werkzeug.serving import run_simple
from werkzeug.wrappers import Request, Response


@Request.application
def app(request):
    return Response("depot")


def main():
    run_simple("0.0.0.0", 8000, app)
