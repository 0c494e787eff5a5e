FROM node:20
WORKDIR /app
RUN npm install -g gatsby-cli
COPY package*.json ./
RUN npm install --production
COPY . .
RUN npm run build
EXPOSE 9000
ENTRYPOINT ["gatsby", "serve", "-H", "0.0.0.0"]
