FROM node:20-alpine AS builder
COPY . /tmp/src

RUN apk add --no-cache -t build-deps python3 make g++ \
    && cd /tmp/src \
    && npm ci \
    && npm run build \
    && mv build / \
    && mv config / \
    && mv node_modules /

FROM node:20-alpine AS runtime
COPY --from=builder /build /build
COPY --from=builder /config /config
COPY --from=builder /node_modules /node_modules
RUN sh -c 'cd /build/tools; for TOOL in *.js; do LINK="/usr/bin/$(basename $TOOL .js)"; printf "#!/bin/sh\nexec node /build/tools/$TOOL\n" > $LINK; chmod +x $LINK; done'

ENV NODE_ENV=production
EXPOSE 9005
VOLUME ["/data"]
CMD node /build/bridge.js -p 9005
