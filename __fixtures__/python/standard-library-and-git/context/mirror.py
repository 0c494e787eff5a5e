import os
import subprocess
import time

while True:
    subprocess.run(["git", "-C", "/data/mirror", "fetch", "--all"], check=True)
    time.sleep(int(os.environ.get("SECONDS_BETWEEN", "600")))
