FROM node:20-alpine
WORKDIR /site
COPY package.json ./
RUN yarn install
COPY . .
RUN yarn build
EXPOSE 3000
CMD ["yarn", "serve", "--host", "0.0.0.0"]
