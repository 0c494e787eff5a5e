import pyximport

pyximport.install()

import harmonics

print(harmonics.height(7))
