FROM node:20-alpine AS build
WORKDIR /app
COPY package*.json ./
RUN npm ci --omit=dev

FROM node:20-alpine
RUN apk add --no-cache ffmpeg git
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY . .
RUN mkdir -p data films frames notes && chown node:node data films frames notes
USER node
CMD ["node", "server.js"]
