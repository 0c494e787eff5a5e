from flask import Flask

app = Flask(__name__)


@app.get("/")
def high_water():
    return {"next": "14:05"}
