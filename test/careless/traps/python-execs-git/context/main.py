import git

print("asked", git.Git().version())
