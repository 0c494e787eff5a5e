FROM node:20-alpine
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build
RUN yarn global add serve
EXPOSE 1234
CMD ["serve", "-s", "-p", "1234", "dist"]
