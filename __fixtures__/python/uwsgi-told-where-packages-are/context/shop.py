import flask

app = flask.Flask(__name__)


@app.get("/")
def opening_hours():
    return "open from nine to six\n"
