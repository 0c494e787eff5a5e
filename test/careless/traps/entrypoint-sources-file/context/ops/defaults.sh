export MODE=calm
