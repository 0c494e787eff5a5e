FROM node:20-alpine

# Install what the site is made with
WORKDIR /site
COPY package.json package-lock.json ./
RUN npm ci

COPY . .

# The pages of the harbour
EXPOSE 4321
CMD ["npm", "run", "dev", "--", "--host"]
