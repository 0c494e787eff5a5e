import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/")
def upload():
    file = request.files["file"]
    file.save(os.path.join(os.environ["STORE"], "upload"))
    return "stored"
