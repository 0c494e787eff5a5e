FROM node:16
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
EXPOSE 8080
CMD ["npx", "sirv", "build", "--single", "--port", "8080", "--host"]
