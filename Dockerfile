# One node of the cluster: docker build -t oortbus . && docker run --rm --init -p 8080:8080 -e OORTBUS_AUTH_MODE=open oortbus
ARG NODE_VERSION=24

FROM node:${NODE_VERSION}-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
# What the compiler, editors and readers need is of no use at run time.
RUN npm run build \
 && npm prune --omit=dev \
 && rm -rf dist/test dist/scripts/bench \
 && find dist proto/gen node_modules -type f \
      \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.tsbuildinfo' \) -delete \
 && find node_modules -type f ! -iname 'licen[sc]e*' \
      \( -iname '*.md' -o -name '*.ts' -o -name '*.mts' -o -name '*.cts' \) -delete \
 && find dist node_modules -type d -empty -delete

# Node, what it is linked with, and the names of two users: no shell, no package manager, nothing else to be of use to an intruder.
FROM node:${NODE_VERSION}-bookworm-slim AS system
RUN mkdir -p /system/etc \
 && cp --parents --dereference /usr/local/bin/node $(ldd /usr/local/bin/node | grep -o '/[^ ]*') /system \
 && grep -E '^(root|node):' /etc/passwd > /system/etc/passwd \
 && grep -E '^(root|node):' /etc/group > /system/etc/group

FROM scratch
LABEL org.opencontainers.image.title="oortbus" \
      org.opencontainers.image.description="A clustered Bayeux event bus" \
      org.opencontainers.image.licenses="Apache-2.0"
ENV PATH=/usr/local/bin NODE_ENV=production OORTBUS_HOST=0.0.0.0 OORTBUS_PORT=8080
COPY --from=system /system /
WORKDIR /app
COPY --from=build /app/package.json /app/LICENSE ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/proto/oortbus ./proto/oortbus
COPY --from=build /app/proto/gen ./proto/gen
COPY --from=build /app/dist ./dist
COPY --from=build /app/scripts/demo/look ./scripts/demo/look
COPY --from=build /app/scripts/demo/chat/public ./scripts/demo/chat/public
COPY --from=build /app/scripts/demo/tennis/public ./scripts/demo/tennis/public
COPY --from=build /app/bin ./bin
# By number: Kubernetes does not know names. It writes no file.
USER 1000:1000
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=3s --retries=3 --start-period=30s --start-interval=500ms \
  CMD ["node", "/app/dist/scripts/health-check.js"]
# The options are those of scripts/v8-options.ts.
ENTRYPOINT ["node", "--min-semi-space-size=16", "--no-memory-reducer", "/app/bin/oortbus"]
CMD ["node"]
