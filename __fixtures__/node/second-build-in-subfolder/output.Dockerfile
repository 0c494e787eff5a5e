FROM node:20 AS builder
WORKDIR /app
COPY package.json ./
RUN npm install --omit=dev
COPY client/package.json client/
RUN cd client && npm install
COPY . .
RUN npm run build --prefix client

FROM node:20-slim AS runtime
WORKDIR /app
COPY --from=builder /app/node_modules ./node_modules
COPY . .
COPY --from=builder /app/client/site ./client/site
USER node
EXPOSE 3000
CMD ["node", "server.js"]
