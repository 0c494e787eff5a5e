import os

from flask import Flask, render_template

from .rooms import free_rooms


def create_app():
    app = Flask(__name__)
    app.config["DATABASE_URL"] = os.environ.get("DATABASE_URL")

    @app.get("/")
    def index():
        return render_template("rooms.html", rooms=free_rooms(app.config["DATABASE_URL"]))

    return app
