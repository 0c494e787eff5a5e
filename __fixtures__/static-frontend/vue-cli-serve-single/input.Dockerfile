FROM node:18-alpine
WORKDIR /app
COPY package*.json ./
RUN npm install
COPY . .
ENV VUE_APP_TITLE="Bird list"
RUN npm run build
EXPOSE 5000
CMD ["npx", "serve", "-s", "dist", "-l", "5000"]
