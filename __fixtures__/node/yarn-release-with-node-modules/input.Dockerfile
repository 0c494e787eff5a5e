FROM node:20
WORKDIR /app
COPY . .
RUN yarn install --immutable
RUN yarn build
EXPOSE 3000
CMD ["yarn", "start"]
