import os

os.system("wget -q -O stations.zip https://tides.example.com/stations.zip && unzip stations.zip")
