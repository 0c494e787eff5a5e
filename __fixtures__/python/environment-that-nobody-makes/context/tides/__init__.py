from flask import Flask

app = Flask(__name__)


@app.get("/")
def low():
    return "low at 06:12\n"
