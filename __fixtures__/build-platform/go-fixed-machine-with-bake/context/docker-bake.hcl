group "default" {
  targets = ["stock"]
}

target "stock" {
  context = "."
  tags = ["registry.example.com/stock:latest"]
  platforms = ["linux/amd64", "linux/arm64"]
}
