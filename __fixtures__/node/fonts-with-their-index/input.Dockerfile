FROM node:20-alpine
RUN apk add --no-cache build-base fontconfig
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY fonts /usr/share/fonts/orders
RUN fc-cache -f
COPY . .
EXPOSE 3000
CMD ["node", "server.js"]
