FROM node:20-bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends tini unzip
COPY seed.zip /tmp/
RUN mkdir -p /opt/seed && unzip -q /tmp/seed.zip -d /opt/seed && rm /tmp/seed.zip
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
EXPOSE 3000
ENTRYPOINT ["tini", "--"]
CMD ["node", "server.js"]
