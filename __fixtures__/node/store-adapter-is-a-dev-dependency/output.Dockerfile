FROM node:20 AS builder
WORKDIR /srv/ferry
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build

FROM node:20-slim AS runtime
WORKDIR /srv/ferry
COPY --from=builder /srv/ferry/package.json ./
COPY --from=builder /srv/ferry/node_modules ./node_modules
COPY --from=builder /srv/ferry/dist ./dist
USER node
EXPOSE 3000
CMD ["node", "dist/server.js"]
