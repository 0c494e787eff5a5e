import json

from flask import Flask, render_template

app = Flask(__name__)


@app.get("/")
def index():
    with open("prices.json") as prices:
        return render_template("index.html", price=json.load(prices)["tea"])
