FROM node:20
WORKDIR /deps
COPY package.json ./
RUN npm install
ENV NODE_PATH=/deps/node_modules PATH=/deps/node_modules/.bin:$PATH
WORKDIR /app
COPY package.json tsconfig.json ./
COPY src ./src
RUN tsc --typeRoots /deps/node_modules/@types
EXPOSE 3000
CMD ["node", "dist/server.js"]
