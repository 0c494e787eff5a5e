FROM node:20
WORKDIR /app
COPY package.json yarn.lock ./
RUN yarn install --frozen-lockfile
COPY schema.graphql .
COPY . .
RUN yarn build
EXPOSE 3000
CMD ["yarn", "start"]
