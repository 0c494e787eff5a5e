FROM node:20 AS builder
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
RUN sed -i 's/\r$//' start.sh && chmod +x start.sh

FROM node:20-slim AS runtime
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/start.sh ./
COPY --from=builder /app/dist ./dist
USER node
CMD ["./start.sh"]
