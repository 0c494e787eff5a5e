FROM node:20 AS builder
COPY . /app
WORKDIR /app
RUN npm install
RUN npm run build

FROM node:20-slim
WORKDIR /app
COPY --from=builder /app ./
USER node
EXPOSE 3000
CMD ["node", "dist/index.js"]
