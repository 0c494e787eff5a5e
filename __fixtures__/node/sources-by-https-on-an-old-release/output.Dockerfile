FROM ubuntu:16.04 AS builder
RUN apt-get update && apt-get install -y curl ca-certificates && curl -fsSL https://deb.nodesource.com/setup_16.x | bash - && apt-get install -y nodejs
RUN apt-get update && apt-get install -y apt-transport-https build-essential
RUN echo "deb [trusted=yes] https://packages.example.com/debian/ stable main" > /etc/apt/sources.list.d/tools.list
RUN apt-get update && apt-get install -y example-tools
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build

FROM ubuntu:16.04 AS runtime
RUN apt-get update && apt-get install -y curl ca-certificates && curl -fsSL https://deb.nodesource.com/setup_16.x | bash - && apt-get install -y nodejs && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y --no-install-recommends apt-transport-https && rm -rf /var/lib/apt/lists/*
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
RUN echo "deb [trusted=yes] https://packages.example.com/debian/ stable main" > /etc/apt/sources.list.d/tools.list
RUN apt-get update && apt-get install -y example-tools && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/dist ./dist
USER 10001
EXPOSE 3000
CMD ["node", "dist/server.js"]
