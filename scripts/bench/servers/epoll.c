// The yardstick of what the kernel takes: a WebSocket server that writes each message to every other socket, as one frame
// made once. One thread, epoll, no buffers: a message that does not fit into a socket is lost, and the bench fails.

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <netinet/tcp.h>
#include <unistd.h>

#define MAX_FD 65536
#define MAX_IN 8192

static struct { int open, upgraded, length; unsigned char *in; } peers[MAX_FD];
static int highest;

static uint32_t rol(uint32_t value, int bits) { return value << bits | value >> (32 - bits); }

static void sha1(const unsigned char *text, size_t length, unsigned char out[20]) {
  uint32_t h[5] = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
  unsigned char block[128] = {0};
  size_t blocks = (length + 9 + 63) / 64;
  memcpy(block, text, length);
  block[length] = 0x80;
  for (int i = 0; i < 8; i++) block[blocks * 64 - 1 - i] = (uint64_t)length * 8 >> (8 * i);
  for (size_t b = 0; b < blocks; b++) {
    uint32_t w[80], a = h[0], c1 = h[1], c2 = h[2], d = h[3], e = h[4];
    for (int i = 0; i < 16; i++) {
      const unsigned char *p = block + b * 64 + i * 4;
      w[i] = (uint32_t)p[0] << 24 | p[1] << 16 | p[2] << 8 | p[3];
    }
    for (int i = 16; i < 80; i++) w[i] = rol(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    for (int i = 0; i < 80; i++) {
      uint32_t f, k;
      if (i < 20) { f = (c1 & c2) | (~c1 & d); k = 0x5A827999; }
      else if (i < 40) { f = c1 ^ c2 ^ d; k = 0x6ED9EBA1; }
      else if (i < 60) { f = (c1 & c2) | (c1 & d) | (c2 & d); k = 0x8F1BBCDC; }
      else { f = c1 ^ c2 ^ d; k = 0xCA62C1D6; }
      uint32_t next = rol(a, 5) + f + e + k + w[i];
      e = d; d = c2; c2 = rol(c1, 30); c1 = a; a = next;
    }
    h[0] += a; h[1] += c1; h[2] += c2; h[3] += d; h[4] += e;
  }
  for (int i = 0; i < 20; i++) out[i] = h[i / 4] >> (24 - 8 * (i % 4));
}

static void base64(const unsigned char in[20], char out[29]) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  unsigned char padded[21] = {0};
  memcpy(padded, in, 20);
  for (int i = 0, o = 0; i < 21; i += 3) {
    uint32_t v = padded[i] << 16 | padded[i + 1] << 8 | padded[i + 2];
    for (int s = 18; s >= 0; s -= 6) out[o++] = digits[v >> s & 63];
  }
  out[27] = '=';
  out[28] = 0;
}

static void send_all(int fd, const void *bytes, size_t length) {
  if (write(fd, bytes, length) != (ssize_t)length) fprintf(stderr, "epoll: a message was lost\n");
}

static void upgrade(int fd) {
  char *key = strcasestr((char *)peers[fd].in, "sec-websocket-key:");
  if (key == NULL) return;
  key += strlen("sec-websocket-key:");
  while (*key == ' ') key++;
  char text[128], accept[29], reply[256];
  unsigned char digest[20];
  snprintf(text, sizeof text, "%.*s258EAFA5-E914-47DA-95CA-C5AB0DC85B11", (int)strcspn(key, "\r\n"), key);
  sha1((unsigned char *)text, strlen(text), digest);
  base64(digest, accept);
  int length = snprintf(reply, sizeof reply,
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n\r\n", accept);
  send_all(fd, reply, length);
  peers[fd].upgraded = 1;
  peers[fd].length = 0;
}

static void broadcast(int from, const unsigned char *text, int length) {
  static unsigned char frame[MAX_IN + 4];
  int head = length < 126 ? 2 : 4;
  frame[0] = 0x81;
  frame[1] = length < 126 ? length : 126;
  if (head == 4) { frame[2] = length >> 8; frame[3] = length & 255; }
  memcpy(frame + head, text, length);
  for (int fd = 0; fd <= highest; fd++) if (peers[fd].upgraded && fd != from) send_all(fd, frame, head + length);
}

static void frames(int fd) {
  unsigned char *in = peers[fd].in;
  int at = 0;
  for (;;) {
    int left = peers[fd].length - at;
    if (left < 6) break;
    int length = in[at + 1] & 127, head = 6;
    if (length == 126) { if (left < 8) break; length = in[at + 2] << 8 | in[at + 3]; head = 8; }
    if (left < head + length) break;
    unsigned char *mask = in + at + head - 4, *text = in + at + head;
    for (int i = 0; i < length; i++) text[i] ^= mask[i & 3];
    if ((in[at] & 15) == 1) broadcast(fd, text, length);
    at += head + length;
  }
  peers[fd].length -= at;
  memmove(in, in + at, peers[fd].length);
}

static void forget(int fd) {
  close(fd);
  free(peers[fd].in);
  memset(&peers[fd], 0, sizeof peers[fd]);
}

int main(void) {
  int listener = socket(AF_INET, SOCK_STREAM, 0), poll = epoll_create1(0), on = 1;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof address;
  if (bind(listener, (struct sockaddr *)&address, size) != 0 || listen(listener, 1024) != 0) return 1;
  getsockname(listener, (struct sockaddr *)&address, &size);
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
  struct epoll_event event = {.events = EPOLLIN, .data.fd = listener}, events[256];
  epoll_ctl(poll, EPOLL_CTL_ADD, listener, &event);
  for (;;) {
    int count = epoll_wait(poll, events, 256, -1);
    for (int i = 0; i < count; i++) {
      int fd = events[i].data.fd;
      if (fd == listener) {
        int peer = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
        if (peer < 0 || peer >= MAX_FD) continue;
        setsockopt(peer, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        peers[peer].open = 1;
        peers[peer].in = calloc(1, MAX_IN + 1);
        if (peer > highest) highest = peer;
        event.data.fd = peer;
        epoll_ctl(poll, EPOLL_CTL_ADD, peer, &event);
        continue;
      }
      ssize_t got = read(fd, peers[fd].in + peers[fd].length, MAX_IN - peers[fd].length);
      if (got <= 0) { forget(fd); continue; }
      peers[fd].length += got;
      if (peers[fd].upgraded) frames(fd);
      else if (memmem(peers[fd].in, peers[fd].length, "\r\n\r\n", 4) != NULL) upgrade(fd);
    }
  }
}
