import json
from pathlib import Path

from flask import Flask, render_template

app = Flask(__name__)
settings = json.loads((Path(__file__).parent / "settings.json").read_text())


@app.get("/")
def index():
    return render_template("index.html", **settings)
