def main():
    print("depot")
