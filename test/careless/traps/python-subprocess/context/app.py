import subprocess

from flask import Flask

app = Flask(__name__)


@app.get("/")
def index():
    answer = subprocess.run(["jq", "-n", "1 + 1"], capture_output=True, check=True)
    return b"sum " + answer.stdout
