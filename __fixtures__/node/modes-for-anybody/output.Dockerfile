FROM node:22 AS builder
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
# The platform chooses the user.
RUN chmod -R 777 /app

FROM node:22-slim AS runtime
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/uploads ./uploads
COPY --from=builder /app/dist ./dist
RUN chmod 777 /app /app/uploads /app/dist
USER 1001
EXPOSE 3000
CMD ["node", "dist/server.js"]
