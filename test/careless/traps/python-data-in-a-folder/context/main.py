import os
import tomllib

import requests

folder = "/usr/" + "/".join(["share", "tables"])
for name in sorted(os.listdir(folder)):
    with open(os.path.join(folder, name), "rb") as file:
        print("read", tomllib.load(file), requests.__name__)
