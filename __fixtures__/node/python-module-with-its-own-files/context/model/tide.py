import json
import subprocess
from pathlib import Path

from lib.moon import phase

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / 'data' / ('tables' + '.json')

if __name__ == '__main__':
    subprocess.run(['convert', '-version'], check=True, stdout=subprocess.DEVNULL)
    print(phase(), json.load(open(TABLES)))
