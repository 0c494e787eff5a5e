import pathlib

pathlib.Path("static").mkdir(exist_ok=True)
pathlib.Path("static/tides.css").write_text("body { color: navy }\n")
