# Orders service
# maintained by the platform team
FROM node:20

LABEL maintainer="platform@example.com"
EXPOSE 3000

# where the program lives
WORKDIR /app

# first, so that the layer is cached
COPY package*.json ./
RUN npm ci

# compile
COPY . .
RUN npm run build

# start
CMD ["node", "dist/index.js"]
