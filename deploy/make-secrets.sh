#!/bin/sh
# Makes deploy/secrets for compose.tls.yaml: an authority, certificates for a month, a secret and tokens. For trying it out: have
# certificates of your own where strangers come. What is there already is kept; HOSTS are names and addresses that clients use.
set -eu
cd "$(dirname "$0")"
mkdir -p secrets
cd secrets
[ -e node.env ] && exit 0
hosts=${HOSTS:-DNS:localhost,IP:127.0.0.1}
days=30

openssl req -x509 -newkey rsa:2048 -nodes -days $days -subj "/CN=oortbus trial" -keyout ca.key -out ca.pem 2>openssl.log

# issue NAME SUBJECT_ALT_NAMES: NAME.pem and NAME.key
issue() {
  openssl req -newkey rsa:2048 -nodes -subj "/CN=$1" -addext "subjectAltName=$2" -keyout "$1.key" -out "$1.csr" 2>>openssl.log
  openssl x509 -req -in "$1.csr" -CA ca.pem -CAkey ca.key -CAcreateserial -days $days -copy_extensions copy -out "$1.pem" 2>>openssl.log
  rm "$1.csr"
}
issue admin DNS:node
issue public "$hosts"
cat public.key >>public.pem # HAProxy wants both in one file
rm public.key openssl.log

token=$(openssl rand -hex 32)
printf %s "$token" >prometheus-token
printf '%s\n' \
  "OORTBUS_SECRET=$(openssl rand -hex 32)" \
  "OORTBUS_ADMIN_TOKENS=[{\"name\":\"prometheus\",\"token\":\"$token\",\"scopes\":[\"metrics\"]},{\"name\":\"on-call\",\"token\":\"$(openssl rand -hex 32)\",\"scopes\":[\"admin\"]}]" \
  >node.env
# Compose hands the files to users of the containers as they are.
chmod 644 admin.key public.pem prometheus-token
chmod 600 ca.key
