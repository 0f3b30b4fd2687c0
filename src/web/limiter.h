/* limiter.h — how often one address may ask: a bucket of tokens that fills again with time.
 *
 * The last and most generous of the bounds: an evening in a hall shares one address. The table
 * has a fixed size; when it is full, who used least makes room. Any thread may call. */
#ifndef WEB_LIMITER_H
#define WEB_LIMITER_H

#include "base/base.h"

struct sockaddr;
struct limiter;
struct limiter *limiter_new(unsigned burst, unsigned per_second, size_t slots);
void limiter_end(struct limiter *limiter);

/* 0 when this client may go on; otherwise after how many seconds to ask again. */
unsigned limiter_wait(struct limiter *limiter, uint64_t client, int64_t now_ms);

/* One number for one client: an IPv4 address, or the first 64 bits of an IPv6 address. */
uint64_t client_of(const struct sockaddr *address);
/* The same from text, as a proxy writes it: "192.0.2.1", "[2001:db8::1]:4711"; false if neither. */
bool client_read(struct str text, uint64_t *client);

#endif
