FROM node:20
# yarn itself comes from the npm registry
ENV COREPACK_NPM_REGISTRY=https://registry.npmjs.org
RUN corepack enable
WORKDIR /app
COPY package.json yarn.lock .yarnrc.yml ./
RUN yarn install --immutable
COPY . .
RUN yarn build
EXPOSE 3000
CMD ["node", "-r", "./.pnp.cjs", "dist/index.js"]
