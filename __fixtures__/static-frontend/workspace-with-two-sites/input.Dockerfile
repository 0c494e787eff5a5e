FROM node:20-alpine
WORKDIR /repo
COPY . .
RUN npm ci
RUN npm run build --workspace apps/admin
RUN npm install -g serve
EXPOSE 3000
CMD ["serve", "-s", "apps/admin/build", "-l", "3000"]
