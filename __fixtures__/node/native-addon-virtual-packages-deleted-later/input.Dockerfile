FROM node:20-alpine
RUN apk add --no-cache --virtual .build-deps python3 make g++
WORKDIR /app
COPY package*.json ./
RUN npm ci
# a later layer does not make an earlier one smaller
RUN apk del .build-deps
COPY . .
EXPOSE 3000
CMD ["node", "server.js"]
