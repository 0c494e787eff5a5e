FROM node:20

# the pages
WORKDIR /srv/client
COPY client/package*.json ./
RUN npm ci
COPY client/ ./
RUN npm run build

# the program that serves them
WORKDIR /srv/server
COPY server/package*.json ./
RUN npm ci
COPY server/ ./
EXPOSE 5000
CMD ["node", "index.js"]
