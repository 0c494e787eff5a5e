FROM node:20-alpine
# Fixes that the image does not have yet
RUN apk -U upgrade && apk add --no-cache python3 make g++
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
EXPOSE 3000
CMD ["node", "dist/server.js"]
