FROM node:20-alpine
WORKDIR /app
COPY package*.json ./
RUN npm install
COPY . .
RUN npm run build
EXPOSE 8080
CMD ["npx", "serve", "dist", "-l", "tcp://0.0.0.0:8080"]
