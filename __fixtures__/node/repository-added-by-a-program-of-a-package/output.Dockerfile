FROM ubuntu:22.04 AS builder
RUN apt-get update
RUN apt-get install -y curl
RUN curl -fsSL https://deb.nodesource.com/setup_20.x | bash -
RUN apt-get install -y nodejs build-essential
RUN apt-get install -y software-properties-common
RUN add-apt-repository -y ppa:savoury1/ffmpeg6
RUN apt-get update && apt-get install -y ffmpeg git
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build

FROM ubuntu:22.04 AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl && rm -rf /var/lib/apt/lists/*
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
RUN curl -fsSL https://deb.nodesource.com/setup_20.x | bash -
RUN apt-get update && apt-get install -y --no-install-recommends nodejs && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y software-properties-common
RUN add-apt-repository -y ppa:savoury1/ffmpeg6
RUN apt-get update && apt-get install -y --no-install-recommends ffmpeg && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/dist ./dist
USER 10001
EXPOSE 3000
CMD ["node", "dist/server.js"]
