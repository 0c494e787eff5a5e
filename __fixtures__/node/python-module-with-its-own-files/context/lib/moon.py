def phase():
    return 'full'
