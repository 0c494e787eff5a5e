FROM node:20-bookworm
RUN apt-get update && apt-get install -y unzip ffmpeg && useradd -m shop \
 && curl -sSLo /tmp/seed.zip https://seeds.example.com/seed.zip \
 && echo "0f3a  /tmp/seed.zip" | sha256sum -c - \
 && unzip -q /tmp/seed.zip -d /opt/seed \
 && rm /tmp/seed.zip && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
EXPOSE 3000
USER shop
CMD ["node", "server.js"]
