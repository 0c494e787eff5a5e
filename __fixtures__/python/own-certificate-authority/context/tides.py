import urllib.request

print(urllib.request.urlopen("https://tides.example.com/today").read())
