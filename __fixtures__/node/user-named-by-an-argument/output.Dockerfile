FROM node:20 AS builder
ARG APP_USER=shop
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:20-slim AS runtime
ARG APP_USER=shop
WORKDIR /app
RUN useradd -m "$APP_USER" && chown "$APP_USER:$APP_USER" /app
COPY --from=builder --chown=$APP_USER:$APP_USER /app/package.json ./
COPY --from=builder --chown=$APP_USER:$APP_USER /app/uploads ./uploads
COPY --from=builder --chown=$APP_USER:$APP_USER /app/dist ./dist
USER $APP_USER
EXPOSE 3000
CMD ["node", "dist/server.js"]
