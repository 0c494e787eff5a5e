from datetime import datetime

from flask import Flask
from tzlocal import get_localzone_name

app = Flask(__name__)


@app.get("/")
def zone():
    return f"{get_localzone_name()}\n"
