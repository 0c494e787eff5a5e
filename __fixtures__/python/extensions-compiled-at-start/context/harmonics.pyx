def height(hour):
    return hour 