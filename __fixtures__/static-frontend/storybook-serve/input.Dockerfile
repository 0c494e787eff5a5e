FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm install
COPY . .
RUN npm run build-storybook
EXPOSE 6006
CMD ["npx", "http-server", "storybook-static", "-p", "6006"]
