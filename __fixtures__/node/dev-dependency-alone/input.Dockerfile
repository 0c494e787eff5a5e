FROM node:20
WORKDIR /app
COPY package.json ./
RUN yarn install
COPY src ./src
EXPOSE 3000
CMD ["yarn", "start"]
