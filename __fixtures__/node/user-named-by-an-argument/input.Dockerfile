FROM node:20
ARG APP_USER=shop
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
RUN useradd -m "$APP_USER" && chown -R "$APP_USER:$APP_USER" /app
USER $APP_USER
EXPOSE 3000
CMD ["node", "dist/server.js"]
