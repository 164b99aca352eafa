#!/usr/bin/env bash
# Runs OpenSMTPD from the private copy that scripts/test unpacks, in mounts of its own: it wants users, a
# spool and helpers at places that are compiled in, and this machine gets none of them.
#
#   opensmtpd.sh COPY FOLDER STARTTLS TLS USER PASSWORD
#
# FOLDER has cert.pem and key.pem, and mail, which anybody may write to.
set -euo pipefail
copy=$1 folder=$2 starttls=$3 tls=$4 user=$5 password=$6

for file in passwd group; do
    cp "/etc/$file" "$folder/$file"
done
for name in opensmtpd:60001 opensmtpq:60002; do
    echo "${name%:*}:x:${name#*:}:${name#*:}::/var/empty:/bin/false" >>"$folder/passwd"
    echo "${name%:*}:x:${name#*:}:" >>"$folder/group"
done
mount --bind "$folder/passwd" /etc/passwd
mount --bind "$folder/group" /etc/group
for place in /run /var/lib /var/spool /usr/libexec; do
    mount -t tmpfs none "$place"
done
mkdir -p -m 711 /var/lib/opensmtpd/empty /var/spool/smtpd
cp -r "$copy/usr/libexec/opensmtpd" /usr/libexec/

echo "$user $(/usr/libexec/opensmtpd/encrypt "$password")" >"$folder/logins"
cat >"$folder/smtpd.conf" <<CONF
pki localhost cert "$folder/cert.pem"
pki localhost key "$folder/key.pem"
table logins file:$folder/logins
listen on 127.0.0.1 port $starttls tls-require pki localhost auth <logins>
listen on 127.0.0.1 port $tls smtps pki localhost auth <logins>
action keep maildir "$folder/mail" virtual { "@" = "nobody" }
match auth from any for any action keep
CONF
exec "$copy/usr/sbin/smtpd" -d -f "$folder/smtpd.conf"
