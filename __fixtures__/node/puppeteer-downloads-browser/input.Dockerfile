FROM node:20
# what Chrome is linked with
RUN apt-get update && apt-get install -y libnss3 libgbm1 libasound2 libatk-bridge2.0-0 libgtk-3-0 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package*.json ./
RUN npm install
COPY . .
RUN npm run build
EXPOSE 3000
CMD ["node", "dist/index.js"]
