FROM node:22

# waits for the database
ARG DOCKERIZE_VERSION=v0.9.3
RUN curl -sfL https://github.com/powerman/dockerize/releases/download/$DOCKERIZE_VERSION/dockerize-linux-amd64-$DOCKERIZE_VERSION.tar.gz \
    | tar -C /usr/local/bin -xzv

WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build

EXPOSE 3000
CMD ["dockerize", "-wait", "tcp://db:5432", "node", "dist/index.js"]
