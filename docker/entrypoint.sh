#!/bin/sh
# Secrets come as files (Docker and Kubernetes mount them so): NAME_FILE is read into NAME.
set -eu

for name in DATABASE_URL DATABASE_ADMIN_URL SECRET_KEYS FILES_S3_SECRET_KEY; do
  file=$(printenv "${name}_FILE" || true)
  if [ -n "$file" ]; then
    [ -r "$file" ] || { echo "${name}_FILE names $file, which cannot be read." >&2; exit 1; }
    export "$name=$(cat "$file")"
    unset "${name}_FILE"
  fi
done

# exec: the server gets the signals itself and can stop cleanly.
exec "$@"
