module example.com/shop

go 1.22

require github.com/playwright-community/playwright-go v0.4201.1
