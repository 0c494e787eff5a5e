FROM node:22-alpine AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts
COPY . .
RUN npm run build
# What is published, and the packages that it needs.
RUN --mount=type=cache,target=/root/.npm npm prune --omit=dev --ignore-scripts

FROM node:22-alpine AS runtime
# Git tells which files it ignores, and `pr` fetches and pushes with it. A mounted folder has another owner, which git would not look at.
RUN apk add --no-cache git openssh-client \
 && git config --system --add safe.directory '*'
COPY --from=builder /app/node_modules /opt/msb-migrate/node_modules
COPY --from=builder /app/dist/bundle /opt/msb-migrate/dist/bundle
COPY --from=builder /app/bin /opt/msb-migrate/bin
COPY --from=builder /app/package.json /opt/msb-migrate/
RUN ln -s /opt/msb-migrate/bin/msb-migrate.js /usr/local/bin/msb-migrate
WORKDIR /work
USER node
ENTRYPOINT ["msb-migrate"]
