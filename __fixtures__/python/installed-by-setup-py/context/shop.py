from flask import Flask

app = Flask(__name__)


@app.get("/")
def opening_hours():
    return "open from nine to six\n"


if __name__ == "__main__":
    app.run("0.0.0.0", 8000)
