from flask import Flask

app = Flask(__name__, static_folder="web", static_url_path="/")
