# syntax=docker/dockerfile:1
ARG NODE_VERSION=20
FROM node:${NODE_VERSION}-alpine
LABEL org.opencontainers.image.title="Lamps"

# Where the application lives
WORKDIR /home/node/app
ENV NODE_ENV=production PORT=8080

# Everything that the build needs
COPY package*.json ./
RUN npm ci --include=dev
COPY . .
RUN npm run build

# A small web server
RUN npm install --global serve@14
USER node
EXPOSE 8080
STOPSIGNAL SIGTERM
# No -l: serve listens on PORT
CMD ["serve", "-s", "dist"]
