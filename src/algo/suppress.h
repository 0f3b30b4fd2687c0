/* suppress.h — which classes of a count may be shown, so that no small class can be read or reckoned.
 *
 * People fall in classes; the total is known to everybody. A class of fewer than `least` is not shown, and
 * stands with all the others that are not in one rest. When that rest holds somebody but fewer than
 * `least`, whoever subtracts would know it: then the smallest shown class joins the rest, with all that are
 * equally small (else their order would tell which is smaller), until the rest holds `least` or nobody. The
 * same when each of the rest must hold as many as a small class can, since that is known from their sum.
 * An empty class counts as small, so that the rest does not say who is in it.
 *
 * Safe for one list of classes that is shown once; lists of the same people under another division
 * (by age, by neighbourhood) share only their total. The same list shown again after one person left is
 * not safe: count once and keep what was shown. Source: cell suppression as in Hundepool et al.,
 * "Statistical Disclosure Control" (2012), for one dimension. */
#ifndef ALGO_SUPPRESS_H
#define ALGO_SUPPRESS_H

#include "base/base.h"

/* Of `n` counts, none negative: marks which are shown and gives what the others hold together. Cost: n² at most. Memory: none. */
int64_t suppress(const int64_t *counts, size_t n, int64_t least, bool *shown);

#endif
