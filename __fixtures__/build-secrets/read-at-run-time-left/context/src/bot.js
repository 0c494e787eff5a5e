require("slugify")
setInterval(() => fetch("https://api.github.com", { headers: { authorization: process.env.GITHUB_TOKEN } }), 1e6)
