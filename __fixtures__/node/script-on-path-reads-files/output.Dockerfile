FROM node:20 AS builder
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
RUN install -m 0755 scripts/report.sh /usr/local/bin/report

FROM node:20-slim AS runtime
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/scripts ./scripts
COPY --from=builder /app/dist ./dist
COPY --from=builder /usr/local/bin/report /usr/local/bin/report
USER node
EXPOSE 3000
CMD ["npm", "start"]
