FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN chmod +x scripts/start.sh && npm run build
EXPOSE 3000
ENTRYPOINT ["./scripts/start.sh"]
