#include "reference.h"

#include <dlfcn.h>
#include <stdlib.h>

// As ldns/wire2host.h, ldns/host2wire.h and ldns/packet.h declare them.
static int (*wire2pkt)(void **, const uint8_t *, size_t);
static int (*pkt2wire)(uint8_t **, const void *, size_t *);
static void (*pkt_free)(void *);

bool reference_ldns_load(const char *path) {
  void *library = dlopen(path, RTLD_NOW);
  if (!library) return false;
  wire2pkt = (int (*)(void **, const uint8_t *, size_t))dlsym(library, "ldns_wire2pkt");
  pkt2wire = (int (*)(uint8_t **, const void *, size_t *))dlsym(library, "ldns_pkt2wire");
  pkt_free = (void (*)(void *))dlsym(library, "ldns_pkt_free");
  return wire2pkt && pkt2wire && pkt_free;
}

void *reference_ldns_parse(const uint8_t *message, size_t length) {
  void *packet = NULL;
  return wire2pkt(&packet, message, length) == 0 ? packet : NULL;
}

size_t reference_ldns_encode(const void *packet) {
  uint8_t *wire = NULL;
  size_t length = 0;
  if (pkt2wire(&wire, packet, &length) != 0) return 0;
  free(wire);
  return length;
}

void reference_ldns_free(void *packet) { pkt_free(packet); }
